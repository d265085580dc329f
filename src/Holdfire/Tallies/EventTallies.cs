using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tallies;

/// <summary>Counts events of spans of time by area, alleged actor and act.</summary>
public sealed class EventTallies
{
    private readonly HashSet<ReportId> gone;
    private readonly ImmutableArray<(TallyKey Key, FindingSubject Subject)> told;

    /// <summary>Takes events, and sums of events, apart by these dimensions. What only reports tell of that do not stand is left out.</summary>
    /// <param name="case">The case, whose corrections say which reports stand.</param>
    /// <param name="subjects">The events and sums.</param>
    /// <param name="by">The dimensions; none for one tally of everything.</param>
    public EventTallies(Case @case, IEnumerable<FindingSubject> subjects, IReadOnlySet<TallyDimension> by)
    {
        gone = [.. @case.Corrections.Select(c => c.Report)];
        var areas = new EventAreas(@case.Places);
        told =
        [
            .. subjects.Where(s => s.Reports.Any(r => r.Count.Max != 0 && !gone.Contains(r.Id))).Select(s => (
                new TallyKey(
                    by.Contains(TallyDimension.Area) ? areas.Of(s) : null,
                    by.Contains(TallyDimension.Actor) && s.Actors is [var one] ? one : null,
                    by.Contains(TallyDimension.Act) ? s.Act : null),
                s)),
        ];
    }

    /// <summary>The keys of events in any of the spans, in the order of areas, actors and acts; what has none comes last.</summary>
    /// <param name="spans">The spans; null stands for all time.</param>
    public ImmutableArray<TallyKey> KeysIn(params IReadOnlyCollection<Interval?> spans) =>
    [
        .. told.Where(t => spans.Any(s => s is not { } span || Intervals.Overlap(span, t.Subject.Window))).Select(t => t.Key).Distinct()
            .OrderBy(k => k.Area is null).ThenBy(k => k.Area?.Value, StringComparer.Ordinal)
            .ThenBy(k => k.Actor is null).ThenBy(k => k.Actor?.Value, StringComparer.Ordinal).ThenBy(k => k.Act?.Value, StringComparer.Ordinal),
    ];

    /// <summary>The tally of a key in a span.</summary>
    /// <param name="key">The key; null for all of them together.</param>
    /// <param name="span">The span; null for all time, in which everything surely lies.</param>
    public EventTally Of(TallyKey? key, Interval? span) => EventTally.Of(
        [.. In(span).Where(t => key is null || t.Key == key).Select(t => (t.Subject, span is not { } s || IsWithin(t.Subject.Window, s)))], gone);

    /// <summary>The events and sums that may lie in a span, in their order.</summary>
    public IEnumerable<FindingSubject> SubjectsIn(Interval span) => In(span).Select(t => t.Subject);

    private IEnumerable<(TallyKey Key, FindingSubject Subject)> In(Interval? span) =>
        told.Where(t => span is not { } s || Intervals.Overlap(s, t.Subject.Window));

    private static bool IsWithin(Interval window, Interval span) =>
        Intervals.StartOf(window) >= Intervals.StartOf(span) && Intervals.EndOf(window) <= Intervals.EndOf(span);
}
