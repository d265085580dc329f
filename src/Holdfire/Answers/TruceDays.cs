using Holdfire.Model;
using NodaTime;

namespace Holdfire.Answers;

/// <summary>The civil days of the case's zone that a truce touches.</summary>
/// <param name="First">The first.</param>
/// <param name="Count">How many, from 0.</param>
/// <param name="Zone">The zone.</param>
internal sealed record TruceDays(LocalDate First, int Count, DateTimeZone Zone)
{
    /// <summary>Those of a truce: to its end, or, while that is open or still to come, to the last instant that anything is known of.</summary>
    public static TruceDays Of(Case @case, Truce truce, Instant? knownBy)
    {
        var zone = DateTimeZoneProviders.Tzdb[@case.Zone];
        var spans = truce.InForce.Select(f => f.When).Where(w => w.HasStart).ToList();
        if (spans.Count == 0)
        {
            return new TruceDays(default, 0, zone);
        }

        var start = spans.Min(s => s.Start);
        var end = spans.All(s => s.HasEnd) ? spans.Max(s => s.End) : Instant.Max(start, LastKnown(@case));
        end = knownBy is { } known ? Instant.Min(end, known) : end;
        if (end <= start)
        {
            return new TruceDays(start.InZone(zone).Date, 0, zone);
        }

        var (first, last) = (start.InZone(zone).Date, (end - Duration.Epsilon).InZone(zone).Date);
        return new TruceDays(first, Period.DaysBetween(first, last) + 1, zone);
    }

    /// <summary>The days that a window touches, as places from 0; empty where it has no end, or none of them.</summary>
    public (int First, int Last)? PlacesOf(Interval window)
    {
        if (Count == 0 || !window.HasStart || !window.HasEnd)
        {
            return null;
        }

        var first = Period.DaysBetween(First, window.Start.InZone(Zone).Date);
        var last = Period.DaysBetween(First, Instant.Max(window.Start, window.End - Duration.Epsilon).InZone(Zone).Date);
        return last < 0 || first >= Count ? null : (Math.Max(0, first), Math.Min(Count - 1, last));
    }

    /// <summary>Whether all of a window lies in one of the days.</summary>
    public bool IsInOne(Interval window) =>
        window is { HasStart: true, HasEnd: true } && window.Start.InZone(Zone).Date == Instant.Max(window.Start, window.End - Duration.Epsilon).InZone(Zone).Date;

    private static Instant LastKnown(Case @case) =>
        @case.Claimed.Where(r => r.Window.Extent.HasEnd).Select(r => r.Window.Extent.End).DefaultIfEmpty(Instant.MinValue).Max();
}
