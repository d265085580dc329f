using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Tallies;

/// <summary>What reports say happened in a span of time, in numbers: claims put together, not findings.</summary>
/// <param name="Events">Single events: the least surely lie within the span, the most may. An event of any size counts once.</param>
/// <param name="Sums">Claims that sum events and may lie within the span. They may hold the single events, so they are never added to them.</param>
/// <param name="Numbers">What was counted, by measure and unit: the least is the greater of all single events and of the greatest sum, the most counts everything.</param>
/// <param name="Harm">People killed and injured, by the same rule; what no report speaks of is left out.</param>
/// <param name="Ids">The ids of what was counted, in order.</param>
public sealed record EventTally(
    CountRange Events, int Sums, ImmutableArray<IncidentCount> Numbers, ImmutableArray<EventHarm> Harm, ImmutableArray<string> Ids)
{
    /// <summary>Nothing was reported. That is no proof that nothing happened.</summary>
    public static EventTally Nothing { get; } = new(CountRange.Exactly(0), 0, [], [], []);

    /// <summary>What these come to.</summary>
    /// <param name="told">The events and sums that may lie within the span, and whether they surely do.</param>
    /// <param name="gone">The reports that their sources withdrew or corrected.</param>
    internal static EventTally Of(IReadOnlyCollection<(FindingSubject Subject, bool IsWithin)> told, IReadOnlySet<ReportId> gone)
    {
        var single = told.Where(t => !t.Subject.IsAggregate).ToList();
        return new EventTally(
            new CountRange(single.Count(t => t.IsWithin), single.Count),
            told.Count - single.Count,
            [
                .. told.SelectMany(t => t.Subject.Numbers.Select(n => (Key: (n.Measure, n.Unit), Part: new BoundedPart(n.Range, t.IsWithin, t.Subject.IsAggregate))))
                    .GroupBy(n => n.Key, n => n.Part).OrderBy(g => g.Key.Measure).ThenBy(g => g.Key.Unit)
                    .Select(g => new IncidentCount(g.Key.Measure, g.Key.Unit, BoundedPart.Together(g))),
            ],
            [
                .. told.SelectMany(t => EventHarm.Of(t.Subject.Reports, gone).Select(h => (Key: (h.Kind, h.Group), Part: new BoundedPart(h.Range, t.IsWithin, t.Subject.IsAggregate))))
                    .GroupBy(h => h.Key, h => h.Part).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Group)
                    .Select(g => new EventHarm(g.Key.Kind, g.Key.Group, BoundedPart.Together(g))),
            ],
            [.. told.Select(t => t.Subject.Id).Order(StringComparer.Ordinal)]);
    }
}
