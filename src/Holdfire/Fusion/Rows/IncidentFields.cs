using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Fusion;

/// <summary>What the reports of one incident leave possible.</summary>
internal static class IncidentFields
{
    /// <summary>The time that all allow, else all that any allows.</summary>
    public static Interval Window(IReadOnlyList<Report> reports)
    {
        Interval? shared = reports[0].Window.Extent;
        foreach (var report in reports.Skip(1))
        {
            shared = shared is { } s ? Intervals.Intersect(s, report.Window.Extent) : null;
        }

        if (shared is { } all)
        {
            return all;
        }

        var (from, to) = (reports.Min(r => Intervals.StartOf(r.Window.Extent)), reports.Max(r => Intervals.EndOf(r.Window.Extent)));
        return new Interval(from == Instant.MinValue ? null : from, to == Instant.MaxValue ? null : to);
    }

    /// <summary>The regions that all who name areas allow, else all that any names.</summary>
    public static ImmutableArray<AreaCode> Areas(IReadOnlyList<Report> reports, Gazetteer places)
    {
        var named = reports.Where(r => !r.Areas.IsEmpty).Select(r => places.RegionsOf(r.Areas)).ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var shared = named.Aggregate((a, b) => a.Intersect(b));
        return [.. (shared.IsEmpty ? named.Aggregate((a, b) => a.Union(b)) : shared).Order()];
    }

    /// <summary>Of the finest acts named, the one that agrees with most; ties by code.</summary>
    public static ActCode Act(IReadOnlyList<Report> reports) =>
        reports.Select(r => r.Act).Distinct()
            .OrderByDescending(a => reports.Count(r => r.Act.Contains(a))).ThenByDescending(a => a.Value.Count(c => c == '.'))
            .ThenBy(a => a).First();

    /// <summary>For each measure and unit the counts that all allow, else all that any allows.</summary>
    public static ImmutableArray<IncidentCount> Counts(IReadOnlyList<Report> reports) =>
        [.. reports.GroupBy(r => (r.Measure, r.Unit)).OrderBy(g => g.Key).Select(g => new IncidentCount(
            g.Key.Measure, g.Key.Unit, Shared([.. g.Select(r => r.Count)])))];

    /// <summary>The first pair of reports by id for each thing that two of them cannot both be right on.</summary>
    public static IEnumerable<ReportContradiction> Contradictions(IReadOnlyList<Report> reports, Gazetteer places)
    {
        foreach (var kind in Enum.GetValues<ContradictionKind>())
        {
            if (FirstPair(reports, kind, places) is var (a, b))
            {
                yield return new ReportContradiction(kind, a.Id, b.Id);
            }
        }
    }

    private static (Report A, Report B)? FirstPair(IReadOnlyList<Report> reports, ContradictionKind kind, Gazetteer places)
    {
        for (var i = 0; i < reports.Count; i++)
        {
            for (var j = i + 1; j < reports.Count; j++)
            {
                if (Exclude(reports[i], reports[j], kind, places))
                {
                    return (reports[i], reports[j]);
                }
            }
        }

        return null;
    }

    private static bool Exclude(Report a, Report b, ContradictionKind kind, Gazetteer places) => kind switch
    {
        ContradictionKind.Time => a.Window.IsDisjointFrom(b.Window),
        ContradictionKind.Place => AreApart(a, b, places),
        ContradictionKind.Act => a.Act.IsDisjointFrom(b.Act),
        ContradictionKind.Actor => a.AllegedActor is { } x && b.AllegedActor is { } y && x != y,
        ContradictionKind.Count => a.Measure == b.Measure && a.Unit == b.Unit && Differ(a.Count, b.Count),
        ContradictionKind.Harm => Differ(a.Harm.Killed, b.Harm.Killed) || Differ(a.Harm.Injured, b.Harm.Injured),
        _ => a.Denies.Contains(b.Id) || b.Denies.Contains(a.Id),
    };

    private static bool AreApart(Report a, Report b, Gazetteer places) =>
        a.Point is { } p && b.Point is { } q
            ? Sphere.Distance(p.Centre, q.Centre) > p.RadiusKm + q.RadiusKm
            : !a.Areas.IsEmpty && !b.Areas.IsEmpty && !places.RegionsOf(a.Areas).Overlaps(places.RegionsOf(b.Areas));

    private static bool Differ(CountRange? a, CountRange? b) =>
        a is { } x && b is { } y && (x.Max < y.Min || y.Max < x.Min);

    private static CountRange Shared(IReadOnlyList<CountRange> ranges)
    {
        var (low, high) = (ranges.Max(r => r.Min), ranges.Min(r => r.Max ?? long.MaxValue));
        return low <= high
            ? new CountRange(low, high == long.MaxValue ? null : high)
            : new CountRange(ranges.Min(r => r.Min), ranges.Any(r => r.Max is null) ? null : ranges.Max(r => r.Max));
    }
}
