using NodaTime;

namespace Holdfire.Time;

/// <summary>Set operations on half-open intervals, which may have infinite ends.</summary>
public static class Intervals
{
    /// <summary>Whether the two share an instant.</summary>
    public static bool Overlap(Interval a, Interval b) => StartOf(a) < EndOf(b) && StartOf(b) < EndOf(a);

    /// <summary>What the two share, or null where they share nothing.</summary>
    public static Interval? Intersect(Interval a, Interval b)
    {
        var start = Instant.Max(StartOf(a), StartOf(b));
        var end = Instant.Min(EndOf(a), EndOf(b));
        return start < end
            ? new Interval(start == Instant.MinValue ? null : start, end == Instant.MaxValue ? null : end)
            : null;
    }

    /// <summary>The union as disjoint intervals in order.</summary>
    public static IReadOnlyList<Interval> Union(IEnumerable<Interval> intervals)
    {
        var merged = new List<Interval>();
        foreach (var next in intervals.OrderBy(StartOf).ThenBy(EndOf))
        {
            if (merged.Count > 0 && StartOf(next) <= EndOf(merged[^1]))
            {
                var last = merged[^1];
                var end = Instant.Max(EndOf(last), EndOf(next));
                merged[^1] = new Interval(last.HasStart ? last.Start : null, end == Instant.MaxValue ? null : end);
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    /// <summary>What is left of the interval without the others, in order.</summary>
    public static IReadOnlyList<Interval> Subtract(Interval whole, IEnumerable<Interval> without)
    {
        var left = new List<Interval>();
        var at = StartOf(whole);
        foreach (var gone in Union(without))
        {
            if (!Overlap(whole, gone))
            {
                continue;
            }

            if (StartOf(gone) > at)
            {
                left.Add(new Interval(at == Instant.MinValue ? null : at, StartOf(gone)));
            }

            at = Instant.Max(at, EndOf(gone));
        }

        if (at < EndOf(whole))
        {
            left.Add(new Interval(at == Instant.MinValue ? null : at, whole.HasEnd ? whole.End : null));
        }

        return left;
    }

    /// <summary>The hours that the union of the intervals shares with the window. The window must be finite.</summary>
    public static double HoursWithin(Interval window, IEnumerable<Interval> intervals) =>
        Union(intervals).Select(i => Intersect(i, window)).Sum(i => i is { } part ? part.Duration.TotalHours : 0.0);

    /// <summary>The start, or the least instant where it is infinite.</summary>
    public static Instant StartOf(Interval interval) => interval.HasStart ? interval.Start : Instant.MinValue;

    /// <summary>The end, or the greatest instant where it is infinite.</summary>
    public static Instant EndOf(Interval interval) => interval.HasEnd ? interval.End : Instant.MaxValue;
}
