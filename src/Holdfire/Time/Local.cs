using NodaTime;
using NodaTime.TimeZones;

namespace Holdfire.Time;

/// <summary>Civil times to instants.</summary>
/// <remarks>
/// A civil time that a clock change skips is moved on by the gap; one that comes twice is the earlier, where one instant must be had.
/// See NodaTime, <c>Resolvers.LenientResolver</c>.
/// </remarks>
public static class Local
{
    private static readonly Duration MoreThanAnyOffset = Duration.FromDays(1);

    /// <summary>The instant of a civil time in a zone.</summary>
    public static Instant ToInstant(LocalDateTime local, DateTimeZone zone)
    {
        // Where no clock change is near, one offset alone can apply; to ask the zone for all that may makes an object each time.
        var asIfUtc = local.InUtc().ToInstant();
        var same = zone.GetZoneInterval(asIfUtc);
        return (!same.HasStart || same.Start + MoreThanAnyOffset <= asIfUtc) && (!same.HasEnd || asIfUtc + MoreThanAnyOffset < same.End)
            ? local.WithOffset(same.WallOffset).ToInstant()
            : zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
    }

    /// <summary>The first and the last instant that a civil time may be: two only where clocks go back over it.</summary>
    public static (Instant First, Instant Last) Readings(LocalDateTime local, DateTimeZone zone)
    {
        var first = ToInstant(local, zone);
        var before = zone.GetZoneInterval(first);
        if (!before.HasEnd || before.End - first > MoreThanAnyOffset)
        {
            return (first, first);
        }

        var mapped = zone.MapLocal(local);
        return (first, mapped.Count == 2 ? mapped.Last().ToInstant() : first);
    }

    /// <summary>From the first instant of the first day to the first instant after the last.</summary>
    public static Interval Days(LocalDate first, LocalDate last, DateTimeZone zone) =>
        new(StartOf(first, zone), StartOf(last.PlusDays(1), zone));

    /// <summary>The first instant of a civil day. A day that the zone left out, as Samoa did 30 December 2011, is empty: it starts where the next one does.</summary>
    public static Instant StartOf(LocalDate day, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(day.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }
}
