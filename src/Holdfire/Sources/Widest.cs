using Holdfire.Reports;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Sources;

/// <summary>Picks out the reports that say all there is to say of when a source was watching.</summary>
internal static class Widest
{
    /// <summary>Some of the reports whose certain times together are those of all; dense reporting leaves few.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="known">Times watched anyway: a report within one of them adds nothing.</param>
    public static IReadOnlyList<Report> Of(IEnumerable<Report> reports, IReadOnlyList<Interval> known)
    {
        var all = reports.Where(r => r.Window.Core is { } core && !known.Any(k => Holds(k, core))).ToArray();
        Array.Sort(Array.ConvertAll(all, r => Intervals.StartOf(r.Window.Core!.Value).ToUnixTimeTicks()), all);
        var kept = new List<Report>();
        var (from, to) = (Instant.MaxValue, Instant.MinValue);
        foreach (var report in all)
        {
            var core = report.Window.Core!.Value;
            var (start, end) = (Intervals.StartOf(core), Intervals.EndOf(core));
            if (start >= from && end <= to)
            {
                continue;
            }

            kept.Add(report);
            (from, to) = start >= from && start <= to ? (from, end) : (start, end);
        }

        return kept;
    }

    private static bool Holds(Interval outer, Interval inner) =>
        Intervals.StartOf(outer) <= Intervals.StartOf(inner) && Intervals.EndOf(inner) <= Intervals.EndOf(outer);
}
