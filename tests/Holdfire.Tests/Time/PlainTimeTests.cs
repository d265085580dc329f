using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Tests.Time;

public sealed class PlainTimeTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData("2025-05-08", "2025-05-08", "8 May 2025")]
    [InlineData("2025-05-08", "2025-05-10", "8 to 10 May 2025")]
    [InlineData("2025-04-28", "2025-05-10", "28 April to 10 May 2025")]
    [InlineData("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025")]
    public void Days_AreNamedOnceWhereTheyShareMonthAndYear(string first, string last, string words)
    {
        var (from, to) = (LocalDatePattern.Iso.Parse(first).Value, LocalDatePattern.Iso.Parse(last).Value);
        Assert.Equal(words, PlainTime.Of(from, to));
        Assert.Equal(words, PlainTime.Of(TimeWindow.Days(from, to, Zone)));
    }

    [Fact]
    public void Windows_AreAsExactAsTheyWereGiven()
    {
        var date = new LocalDate(2025, 5, 7);
        Assert.Equal("the night to 7 May 2025", PlainTime.Of(TimeWindow.Night(date, Zone, null)));
        Assert.Equal("7 May 2025, 01:30 to 04:00", PlainTime.Of(TimeWindow.Minutes(date.At(new(1, 30)), date.At(new(4, 0)), Zone)));
        Assert.Equal("7 May 2025, 22:00 to 8 May 2025, 04:00", PlainTime.Of(TimeWindow.Minutes(date.At(new(22, 0)), date.PlusDays(1).At(new(4, 0)), Zone)));
        Assert.Equal("about 7 May 2025, 12:00", PlainTime.Of(TimeWindow.About(date.At(new(12, 0)), Zone)));
        Assert.Equal("from 7 May 2025 on", PlainTime.Of(TimeWindow.OpenEnd(date.AtMidnight(), Zone, null)));
        Assert.Equal("a time that is not given", PlainTime.Of(TimeWindow.Unknown(Zone, null)));
        Assert.Equal("before 8 May 2025", PlainTime.Of(TimeWindow.Unknown(Zone, Local.Days(date, date, Zone).End)));
    }
}
