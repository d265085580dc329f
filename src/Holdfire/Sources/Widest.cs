using Holdfire.Reports;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Sources;

/// <summary>Picks out the certain times of reports that say all there is to say of when a source was watching.</summary>
internal static class Widest
{
    /// <summary>Some of the certain times, which together are those of all; dense reporting leaves few.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="known">Times watched anyway: a report within one of them adds nothing.</param>
    public static IReadOnlyList<Interval> Of(IEnumerable<Report> reports, IReadOnlyList<Interval> known)
    {
        var all = new List<Interval>();
        foreach (var report in reports)
        {
            if (report.Window.Core is { } core && !IsHeld(core, known))
            {
                all.Add(core);
            }
        }

        Interval[] cores = [.. all];
        Array.Sort(Array.ConvertAll(cores, c => Intervals.StartOf(c).ToUnixTimeTicks()), cores);
        var kept = new List<Interval>();
        var (from, to) = (Instant.MaxValue, Instant.MinValue);
        foreach (var core in cores)
        {
            var (start, end) = (Intervals.StartOf(core), Intervals.EndOf(core));
            if (start >= from && end <= to)
            {
                continue;
            }

            kept.Add(core);
            (from, to) = start >= from && start <= to ? (from, end) : (start, end);
        }

        return kept;
    }

    private static bool IsHeld(Interval core, IReadOnlyList<Interval> known)
    {
        foreach (var outer in known)
        {
            if (Intervals.StartOf(outer) <= Intervals.StartOf(core) && Intervals.EndOf(core) <= Intervals.EndOf(outer))
            {
                return true;
            }
        }

        return false;
    }
}
