using System.Collections.Immutable;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Charts;

/// <summary>A linear scale from instants to horizontal places; times outside are moved to the ends.</summary>
internal sealed record TimeScale(Interval Span, double Left, double Right)
{
    private static readonly ImmutableArray<int> Steps = [1, 2, 7, 14, 28, 56, 91, 182, 364];

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

    /// <summary>Midnights of the zone, at most about ten of them, evenly spaced in days.</summary>
    public IEnumerable<Instant> Ticks(DateTimeZone zone)
    {
        var first = Span.Start.InZone(zone).Date;
        var days = Period.DaysBetween(first, Span.End.InZone(zone).Date) + 1;
        var step = Steps.FirstOrDefault(s => days / s <= 11, 728);
        for (var day = first; day <= first.PlusDays(days); day = day.PlusDays(step))
        {
            var at = zone.AtStartOfDay(day).ToInstant();
            if (at >= Span.Start && at <= Span.End)
            {
                yield return at;
            }
        }
    }
}
