using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>Daily counts for the dispersion: each claim whole on the day that holds the larger part of its time.</summary>
/// <remarks>
/// A claim of some time within more than a day is on no day. Days that nobody watched and for which nothing is claimed are no data and are left out.
/// </remarks>
internal static class DailySeries
{
    /// <summary>The counts of the watched days of the segments, in order.</summary>
    public static ImmutableArray<double> Of(
        LineSpec spec, ImmutableArray<Interval> segments, SourceCoverage coverage)
    {
        var days = spec.Periods.Days.Where(d => segments.Any(s => Intervals.Overlap(s, d))).ToImmutableArray();
        var counts = new double[days.Length];
        var claimed = new bool[days.Length];
        foreach (var report in spec.TopLevel)
        {
            if (DayOf(report.Window, days) is { } day)
            {
                counts[day] += Middle(report.Count);
                claimed[day] = true;
            }
        }

        return [.. Enumerable.Range(0, days.Length)
            .Where(i => claimed[i] || coverage.Within(days[i]).Yes > 0).Select(i => counts[i])];
    }

    private static double Middle(CountRange count) => count.Max is { } max ? (count.Min + max) / 2.0 : count.Min;

    private static int? DayOf(TimeWindow window, ImmutableArray<Interval> days)
    {
        var span = window.Core ?? window.Extent;
        if (!span.HasStart || !span.HasEnd || (window.Precision == TimePrecision.Within && span.Duration > Duration.FromDays(1)))
        {
            return null;
        }

        var (best, most) = ((int?)null, Duration.Zero);
        var inside = Duration.Zero;
        for (var i = FirstTouching(days, span.Start); i < days.Length && days[i].Start < span.End; i++)
        {
            var part = Intervals.Intersect(days[i], span)?.Duration ?? Duration.Zero;
            inside += part;
            (best, most) = part > most ? (i, part) : (best, most);
        }

        return span.Duration - inside > most ? null : best;
    }

    private static int FirstTouching(ImmutableArray<Interval> days, Instant start)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = days[middle].End <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
