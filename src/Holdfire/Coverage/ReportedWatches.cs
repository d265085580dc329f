using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Coverage;

/// <summary>When reports show their source to have been watching.</summary>
internal static class ReportedWatches
{
    /// <summary>Their certain times, those that meet joined as they come: reports in order of time leave few.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="known">Times watched anyway: a report within one of them adds nothing.</param>
    public static IReadOnlyList<Interval> Of(IEnumerable<Report> reports, IReadOnlyList<Interval> known)
    {
        var joined = new List<Interval>();
        var (from, to) = (Instant.MaxValue, Instant.MinValue);
        foreach (var report in reports)
        {
            if (report.Window.Core is not { } core)
            {
                continue;
            }

            var (start, end) = (Intervals.StartOf(core), Intervals.EndOf(core));
            if (start >= from && start <= to)
            {
                to = Instant.Max(to, end);
            }
            else if (!IsHeld(start, end, known))
            {
                Close();
                (from, to) = (start, end);
            }
        }

        Close();
        return joined;

        void Close()
        {
            if (from <= to)
            {
                joined.Add(new Interval(from == Instant.MinValue ? null : from, to == Instant.MaxValue ? null : to));
            }
        }
    }

    private static bool IsHeld(Instant start, Instant end, IReadOnlyList<Interval> known)
    {
        foreach (var outer in known)
        {
            if (Intervals.StartOf(outer) <= start && end <= Intervals.EndOf(outer))
            {
                return true;
            }
        }

        return false;
    }
}
