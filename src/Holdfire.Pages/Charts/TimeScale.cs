using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Pages.Charts;

/// <summary>A linear scale from instants to horizontal places; times outside are moved to the ends.</summary>
internal sealed record TimeScale(Interval Span, double Left, double Right)
{
    private static readonly LocalDatePattern DayOfMonth = LocalDatePattern.CreateWithInvariantCulture("d MMM");

    private static readonly LocalDatePattern MonthOfYear = LocalDatePattern.CreateWithInvariantCulture("MMM uuuu");

    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public double At(Instant instant)
    {
        var inside = Instant.Min(Instant.Max(instant, Span.Start), Span.End);
        return Left + ((Right - Left) * (inside - Span.Start).TotalSeconds / Math.Max(1, Span.Duration.TotalSeconds));
    }

    public (double X, double Width) Of(Interval interval)
    {
        var x = At(Intervals.StartOf(interval));
        return (x, At(Intervals.EndOf(interval)) - x);
    }

    /// <summary>Round civil times of the zone with their labels: hours, days, halves of months, months or quarters.</summary>
    public IEnumerable<(Instant At, string Label)> Ticks(DateTimeZone zone)
    {
        var first = Span.Start.InZone(zone).Date;
        var days = Period.DaysBetween(first, Span.End.InZone(zone).Date) + 1;
        return (days <= 5 ? Hours(zone, first, days) : Dates(zone, first, days)).Where(t => t.At >= Span.Start && t.At <= Span.End);
    }

    private static IEnumerable<(Instant At, string Label)> Hours(DateTimeZone zone, LocalDate first, int days)
    {
        var step = days <= 2 ? 6 : 12;
        for (var hour = 0; hour <= days * 24; hour += step)
        {
            var at = first.AtMidnight().PlusHours(hour);
            yield return (Local.ToInstant(at, zone), hour % 24 == 0 ? DayOfMonth.Format(at.Date) : Hour.Format(at.TimeOfDay));
        }
    }

    private static IEnumerable<(Instant At, string Label)> Dates(DateTimeZone zone, LocalDate first, int days)
    {
        for (var day = first; day <= first.PlusDays(days); day = day.PlusDays(1))
        {
            var shown = days switch
            {
                <= 12 => true,
                <= 160 => day.Day is 1 or 15,
                <= 500 => day.Day == 1,
                _ => day is { Day: 1, Month: 1 or 7 },
            };
            if (shown)
            {
                yield return (Local.StartOf(day, zone), days <= 160 ? DayOfMonth.Format(day) : MonthOfYear.Format(day));
            }
        }
    }
}
