using System.Collections.Immutable;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Findings;

/// <summary>Counts findings by standard of proof, per truce and civil day. Each event counts once, whatever it claims to sum.</summary>
public static class FindingCounts
{
    /// <summary>A row for each truce that is or was to be in force, each of its days and each standard that occurs, in order.</summary>
    /// <param name="case">The case, whose zone sets the days.</param>
    /// <param name="findings">The findings.</param>
    public static ImmutableArray<FindingCount> PerDay(Case @case, IReadOnlyCollection<Finding> findings)
    {
        var zone = DateTimeZoneProviders.Tzdb[@case.Zone];
        var rows = ImmutableArray.CreateBuilder<FindingCount>();
        var ofTruce = findings.Where(f => f.Placement != Placement.OutsideTerms).ToLookup(f => f.Truce);
        foreach (var truce in @case.Truces)
        {
            var some = ofTruce[truce.Id].ToList();
            foreach (var day in Days(truce, some, zone))
            {
                rows.AddRange(some.Where(f => Intervals.Overlap(f.Subject.Window, day)).GroupBy(f => f.Ladder.Standard).OrderBy(g => g.Key)
                    .Select(g => new FindingCount(truce.Id, day, g.Key, g.Count(f => IsWithin(f, day)), g.Count()) { Numbers = NumbersOf([.. g], day) }));
            }
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<IncidentCount> NumbersOf(ImmutableArray<Finding> findings, Interval day) =>
    [
        .. findings.SelectMany(f => f.Subject.Numbers.Select(n => (Of: f, Number: n))).GroupBy(n => (n.Number.Measure, n.Number.Unit))
            .OrderBy(g => g.Key.Measure).ThenBy(g => g.Key.Unit)
            .Select(g => new IncidentCount(
                g.Key.Measure, g.Key.Unit, BoundedPart.Together(g.Select(n => new BoundedPart(n.Number.Range, IsWithin(n.Of, day), n.Of.Subject.IsAggregate))))),
    ];

    private static bool IsWithin(Finding finding, Interval day) => finding.Placement == Placement.WithinTerms
        && finding.Subject.Window is { HasStart: true, HasEnd: true } window && window.Start >= day.Start && window.End <= day.End;

    // A truce without an end is counted until the last event that may lie in it.
    private static IEnumerable<Interval> Days(Truce truce, List<Finding> findings, DateTimeZone zone)
    {
        var spans = truce.InForce.Select(f => f.When).DefaultIfEmpty(truce.Intended).Where(s => s.HasStart).ToList();
        if (spans.Count == 0)
        {
            yield break;
        }

        var first = spans.Min(s => s.Start);
        var lastEvent = findings.Select(f => f.Subject.Window).Where(w => w.HasEnd).Select(w => w.End).Append(first).Max();
        var end = spans.Max(s => s.HasEnd ? s.End : lastEvent);
        for (var day = first.InZone(zone).Date; Local.Days(day, day, zone) is { } whole && whole.Start < end; day = day.PlusDays(1))
        {
            yield return whole;
        }
    }
}
