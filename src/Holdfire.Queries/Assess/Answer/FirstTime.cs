using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>How the time of a first breach is told.</summary>
internal static class FirstTime
{
    private static readonly LocalTime Evening = new(18, 0);
    private static readonly LocalTime Morning = new(8, 0);

    /// <summary>"the first night (1 March 2031)", "the first day (1 March 2031)" or the days that it lies in.</summary>
    public static string Of(Interval window, Instant start, DateTimeZone zone)
    {
        var (from, first) = (window.Start.InZone(zone), start.InZone(zone).Date);
        if (!window.HasEnd)
        {
            return PlainTime.Of(from.Date);
        }

        var to = window.End.InZone(zone);
        if (from.Date != first || window.Duration > Duration.FromDays(1))
        {
            return PlainTime.Of(from.Date, Instant.Max(window.Start, window.End - Duration.Epsilon).InZone(zone).Date);
        }

        var isNight = window.Duration <= Duration.FromHours(14)
            && (from.TimeOfDay >= Evening || (from.TimeOfDay < Morning && to.Date == first && to.TimeOfDay <= Morning));
        return $"the first {(isNight ? "night" : "day")} ({PlainTime.Of(first)})";
    }
}
