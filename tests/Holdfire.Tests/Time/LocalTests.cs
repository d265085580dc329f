using CsCheck;
using Holdfire.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace Holdfire.Tests.Time;

public sealed class LocalTests
{
    // Clocks changed by an hour, by half an hour, and by a whole day over the date line.
    private static readonly DateTimeZone[] Zones =
        [.. ((string[])["Europe/Kyiv", "Europe/Moscow", "Australia/Lord_Howe", "Pacific/Apia", "Etc/GMT-3", "UTC"]).Select(z => DateTimeZoneProviders.Tzdb[z])];

    [Fact]
    public void ToInstant_NearEveryChangeOfTheClocks_IsTheLenientReading()
    {
        var near = Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[1900, 2040], Gen.Int[-3000, 3000], (number, year, minutes) =>
        {
            var zone = Zones[number];
            var changes = zone.GetZoneIntervals(Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0));
            var at = changes.Last() is { HasStart: true } last ? last.Start : Instant.FromUtc(year, 6, 1, 0, 0);
            return (zone, Time: at.InZone(zone).LocalDateTime.PlusMinutes(minutes));
        });

        near.Sample(
            (zone, time) => Assert.Equal(zone.ResolveLocal(time, Resolvers.LenientResolver).ToInstant(), Local.ToInstant(time, zone)),
            iter: 20_000);
    }
}
