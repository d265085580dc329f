using NodaTime;
using NodaTime.TimeZones;

namespace Holdfire.Time;

/// <summary>Civil times to instants.</summary>
/// <remarks>
/// A civil time that a clock change skips is moved on by the gap; one that occurs twice is the earlier as a start.
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

    /// <summary>From the first instant of the first day to the first instant after the last.</summary>
    public static Interval Days(LocalDate first, LocalDate last, DateTimeZone zone) =>
        new(zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
}
