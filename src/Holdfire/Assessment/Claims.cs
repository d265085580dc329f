using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Cases;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>One source's claims about one alleged actor, known by the instant asked for, in the order of the case.</summary>
/// <param name="Source">The source.</param>
/// <param name="Actor">Who is said to have acted.</param>
/// <param name="Reports">The claims.</param>
internal sealed record Claims(Source Source, PartyId Actor, ImmutableArray<Report> Reports)
{
    /// <summary>All groups of the case about a party, in the order of sources and parties.</summary>
    public static ImmutableArray<Claims> Of(Case @case, Instant? asOf)
    {
        var groups = new Dictionary<(SourceId, PartyId), ImmutableArray<Report>.Builder>();
        foreach (var report in @case.Reports)
        {
            if (report.AllegedActor is not { } actor || (asOf is { } known && report.KnownAt > known))
            {
                continue;
            }

            if (!groups.TryGetValue((report.Source, actor), out var group))
            {
                groups[(report.Source, actor)] = group = ImmutableArray.CreateBuilder<Report>();
            }

            group.Add(report);
        }

        return [.. from source in @case.Sources
                   from party in @case.Parties
                   where party.Role == PartyRole.Party && groups.ContainsKey((source.Id, party.Id))
                   select new Claims(source, party.Id, groups[(source.Id, party.Id)].ToImmutable())];
    }

    /// <summary>The claims that touch a time, cut to a prohibition's areas.</summary>
    /// <remarks>
    /// A claim that lies within one of the areas stays as it is; one that lies outside all is left out; of one that may
    /// lie in part outside only the upper count stays. A claim without a place lies somewhere in its source's scope.
    /// </remarks>
    public Claims Within(Interval time, ImmutableArray<AreaCode> areas, Gazetteer places)
    {
        var known = new Dictionary<AreaCode, bool?>();
        bool? Inside(AreaCode area)
        {
            if (!known.TryGetValue(area, out var inside))
            {
                known[area] = inside = areas.Any(a => places.Contains(a, area)) ? true
                    : areas.All(a => places.AreDisjoint(a, area)) ? false : null;
            }

            return inside;
        }

        var kept = ImmutableArray.CreateBuilder<Report>();
        foreach (var report in Reports)
        {
            if (!report.Window.Touches(time))
            {
                continue;
            }

            var (some, all) = (false, true);
            foreach (var area in report.Areas.IsEmpty ? [Source.Scope] : report.Areas)
            {
                var inside = Inside(area);
                some |= inside != false;
                all &= inside == true;
            }

            if (some)
            {
                kept.Add(all ? report : UpperOnly(report));
            }
        }

        return this with { Reports = kept.ToImmutable() };
    }

    /// <summary>The claims aimed at what the truce leaves free: of a claim without a target only the upper count stays.</summary>
    public Claims Without(ImmutableArray<TargetKind> forbidden) => this with
    {
        Reports = [.. Reports.Where(r => !forbidden.Contains(r.Target))
            .Select(r => r.Target == TargetKind.Unknown ? UpperOnly(r) : r)],
    };

    /// <summary>The claims without those of excepted acts: of one that may be of such an act only the upper count stays.</summary>
    public Claims Except(ImmutableArray<ActCode> acts) => acts.IsEmpty ? this : this with
    {
        Reports = [.. Reports.Where(r => !acts.Any(a => a.Contains(r.Act)))
            .Select(r => acts.Any(r.Act.Contains) ? UpperOnly(r) : r)],
    };

    private static Report UpperOnly(Report report) => report with { Count = new CountRange(0, report.Count.Max) };
}
