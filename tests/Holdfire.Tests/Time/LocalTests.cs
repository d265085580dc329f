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

    // Samoa went from 29 to 31 December 2011, and the Marshall Islands from 20 to 22 August 1993.
    [Theory]
    [InlineData("Pacific/Apia", 2011, 12, 30)]
    [InlineData("Pacific/Kwajalein", 1993, 8, 21)]
    public void Days_ADayThatTheZoneLeftOut_IsEmpty(string id, int year, int month, int day)
    {
        var (zone, left) = (DateTimeZoneProviders.Tzdb[id], new LocalDate(year, month, day));
        Assert.Equal(Duration.Zero, Local.Days(left, left, zone).Duration);
        Assert.Equal(Duration.FromHours(48), Local.Days(left.PlusDays(-1), left.PlusDays(1), zone).Duration);
        Assert.Equal(Local.StartOf(left.PlusDays(1), zone), Local.StartOf(left, zone));
    }

    [Fact]
    public void StartOf_AnyOtherDay_IsItsFirstInstant() => Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 50_000]).Sample((zone, days) =>
    {
        var day = new LocalDate(1900, 1, 1).PlusDays(days);
        return day == new LocalDate(2011, 12, 30) || Zones[zone].AtStartOfDay(day).ToInstant() == Local.StartOf(day, Zones[zone]);
    });
}
