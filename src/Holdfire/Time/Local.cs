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
    /// <summary>The instant of a civil time in a zone.</summary>
    public static Instant ToInstant(LocalDateTime local, DateTimeZone zone) =>
        zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();

    /// <summary>From the first instant of the first day to the first instant after the last.</summary>
    public static Interval Days(LocalDate first, LocalDate last, DateTimeZone zone) =>
        new(zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(last.PlusDays(1)).ToInstant());
}
