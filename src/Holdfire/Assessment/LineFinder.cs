using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Cases;
using Holdfire.Places;
using Holdfire.Reports;
using Holdfire.Terms;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Finds the lines of one truce for one source's claims about one party.</summary>
internal sealed class LineFinder(
    Case @case, Truce truce, Claims claims, Instant dataEnd, AssessmentOptions options)
{
    private static readonly ImmutableArray<Measure> Measures = [Measure.Launched, Measure.Destroyed, Measure.Occurred];

    private readonly InForce? inForce = truce.For(claims.Actor);
    private readonly ImmutableArray<ActCode> excepted =
        [.. truce.Exceptions.Where(e => e.Areas.IsEmpty && e.Target is null).Select(e => e.Act).OfType<ActCode>()];

    /// <summary>The lines: each prohibition's acts in order, then the acts that the truce leaves free.</summary>
    public IEnumerable<LineSpec> Find()
    {
        if (!(inForce?.When ?? truce.Intended).HasStart)
        {
            return [];
        }

        return [.. truce.Prohibitions.SelectMany(Forbidden), .. Free()];
    }

    private IEnumerable<LineSpec> Forbidden(Prohibition prohibition)
    {
        var near = claims.Within(Span(), prohibition.Areas, @case.Places).About(prohibition.Act).Except(excepted);
        var status = inForce is not null && prohibition.Bound.Contains(claims.Actor)
            ? TruceStatus.InForce : TruceStatus.NotBound;
        var acts = near.Reports.Select(r => r.Act).Where(prohibition.Act.Contains).Distinct().Order().ToList();
        return (acts.Count == 0 && near.Reports.Length > 0 ? [prohibition.Act] : acts)
            .Select(act => Line(prohibition, act, near, status, outside: false)).OfType<LineSpec>();
    }

    private IEnumerable<LineSpec> Free()
    {
        var areas = truce.Prohibitions.SelectMany(p => p.Areas).Distinct().ToImmutableArray();
        var near = claims.Within(Span(), areas, @case.Places);
        var status = inForce is null ? TruceStatus.NotBound : TruceStatus.InForce;
        var acts = near.Reports.Select(r => r.Act).Distinct().Order()
            .Where(act => excepted.Any(e => e.Contains(act)) || !truce.Prohibitions.Any(p => p.Target is null && p.Act.Contains(act)));
        foreach (var act in acts)
        {
            var forbidden = truce.Prohibitions.Where(p => p.Act.Contains(act)).Select(p => p.Target)
                .OfType<TargetKind>().ToImmutableArray();
            var left = forbidden.IsEmpty ? near : near.Without(forbidden);
            var terms = new Prohibition("outside-terms", act, null, areas, [], "Not forbidden by this truce");
            if (Line(terms, act, left, status, outside: true) is { } line)
            {
                yield return line;
            }
        }
    }

    private LineSpec? Line(Prohibition prohibition, ActCode act, Claims near, TruceStatus status, bool outside)
    {
        var about = near.About(act);
        var counted = about.Reports.Where(r => r.PartOf is null && Measures.Contains(r.Measure)).ToList();
        var exact = counted.Where(r => r.Act == act).ToList();
        var way = (exact.Count > 0 ? exact : counted).GroupBy(r => (r.Measure, r.Unit)).OrderByDescending(g => g.Count())
            .ThenBy(g => Measures.IndexOf(g.Key.Measure)).ThenBy(g => g.Key.Unit).FirstOrDefault()?.Key;
        return way is not { } found
            ? null
            : new LineSpec(
                truce, prohibition, status, act, found.Measure, found.Unit,
                about with { Reports = [.. about.Reports.Where(r => r.Unit == found.Unit)] }, PeriodsOf(prohibition, act), outside);
    }

    private Interval When => inForce?.When ?? truce.Intended;

    private Periods PeriodsOf(Prohibition prohibition, ActCode act)
    {
        var area = prohibition.Areas.Any(a => @case.Places.Contains(a, claims.Source.Scope))
            ? [claims.Source.Scope] : prohibition.Areas;
        var others = @case.Truces.Where(t => t.Id != truce.Id && t.Prohibitions.Any(p => Covers(p, prohibition, act, area)))
            .Select(t => t.For(claims.Actor)?.When).OfType<Interval>().ToImmutableArray();
        return Periods.Of(truce, When, others, dataEnd, options);
    }

    private bool Covers(Prohibition other, Prohibition prohibition, ActCode act, ImmutableArray<AreaCode> areas) =>
        other.Bound.Contains(claims.Actor) && other.Act.Contains(act)
        && (other.Target is null || other.Target == prohibition.Target)
        && areas.All(a => other.Areas.Any(o => @case.Places.Contains(o, a)));

    private Interval Span()
    {
        var end = When.HasEnd ? When.End : Instant.Max(dataEnd, When.Start);
        return new Interval(
            When.Start - Duration.FromDays(options.BaselineDays + 2), end + Duration.FromDays(options.AfterDays + 2));
    }
}
