using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Tests.Time;

public sealed class TimeWindowTests
{
    private static readonly DateTimeZone Kyiv = DateTimeZoneProviders.Tzdb["Europe/Kyiv"];
    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData(3, 29, 24)]
    [InlineData(3, 30, 23)]
    [InlineData(3, 31, 24)]
    [InlineData(10, 26, 25)]
    public void Days_OneDayInKyiv_LastsAsLongAsTheClocksSay(int month, int day, double hours)
    {
        var date = new LocalDate(2025, month, day);
        Assert.Equal(hours, TimeWindow.Days(date, date, Kyiv).Extent.Duration.TotalHours);
    }

    [Theory]
    [InlineData(3, 30)]
    [InlineData(10, 26)]
    public void Days_OneDayInMoscow_IsAlwaysTwentyFourHours(int month, int day)
    {
        var date = new LocalDate(2025, month, day);
        Assert.Equal(24, TimeWindow.Days(date, date, Moscow).Extent.Duration.TotalHours);
    }

    [Fact]
    public void Days_OnTheDayThatClocksGoForward_RunsFromTwoHoursToThreeHoursAheadOfUtc()
    {
        var day = TimeWindow.Days(new LocalDate(2025, 3, 30), new LocalDate(2025, 3, 30), Kyiv);
        Assert.Equal(Between("2025-03-29T22:00:00Z", "2025-03-30T21:00:00Z"), day.Extent);
        Assert.Equal(day.Extent, day.Core);
    }

    [Fact]
    public void Days_SameDateInTwoZones_DifferByTheirOffsets()
    {
        var date = new LocalDate(2025, 4, 20);
        Assert.Equal(
            TimeWindow.Days(date, date, Kyiv).Extent, TimeWindow.Days(date, date, Moscow).Extent);
        var winter = new LocalDate(2025, 3, 1);
        Assert.Equal(
            Duration.FromHours(1),
            TimeWindow.Days(winter, winter, Kyiv).Extent.Start - TimeWindow.Days(winter, winter, Moscow).Extent.Start);
    }

    [Fact]
    public void Days_LastBeforeFirst_Throws() =>
        Assert.ThrowsAny<ArgumentException>(() => TimeWindow.Days(new LocalDate(2025, 3, 3), new LocalDate(2025, 3, 1), Kyiv));

    [Fact]
    public void Minutes_StartEqualToEnd_IsThatMinute()
    {
        var at = new LocalDateTime(2025, 3, 5, 9, 30);
        Assert.Equal(Duration.FromMinutes(1), TimeWindow.Minutes(at, at, Kyiv).Extent.Duration);
    }

    [Fact]
    public void Minutes_ToTheMidnightThatEndsTheDay_TouchesNothingOfTheNext()
    {
        var window = TimeWindow.Minutes(
            new LocalDateTime(2025, 4, 20, 18, 0), new LocalDate(2025, 4, 21).AtMidnight(), Moscow);
        Assert.Equal(Between("2025-04-20T15:00:00Z", "2025-04-20T21:00:00Z"), window.Extent);
        Assert.False(window.Touches(Local.Days(new LocalDate(2025, 4, 21), new LocalDate(2025, 4, 21), Moscow)));
    }

    [Fact]
    public void Minutes_AcrossMidnight_IsInsideNeitherDayAndTouchesBoth()
    {
        var window = TimeWindow.Minutes(
            new LocalDateTime(2025, 3, 1, 23, 10), new LocalDateTime(2025, 3, 2, 1, 40), Moscow);
        foreach (var day in new[] { new LocalDate(2025, 3, 1), new LocalDate(2025, 3, 2) })
        {
            Assert.True(window.Touches(Local.Days(day, day, Moscow)));
            Assert.False(window.IsInside(Local.Days(day, day, Moscow)));
        }

        Assert.True(window.IsInside(Local.Days(new LocalDate(2025, 3, 1), new LocalDate(2025, 3, 2), Moscow)));
    }

    [Fact]
    public void Minutes_InTheHourThatIsSkipped_MovesOnByTheGap() =>
        Assert.Equal(
            InstantPattern.General.Parse("2025-03-30T01:30:00Z").Value,
            Local.ToInstant(new LocalDateTime(2025, 3, 30, 3, 30), Kyiv));

    // 03:00 to 04:00 comes twice: 00:00Z to 01:00Z in summer time, 01:00Z to 02:00Z after it.
    [Theory]
    [InlineData("03:30", "03:30", "00:30", "01:31", "", "")]
    [InlineData("03:10", "03:50", "00:10", "01:50", "", "")]
    [InlineData("02:00", "03:30", "23:00", "01:30", "23:00", "00:30")]
    [InlineData("03:30", "05:00", "00:30", "03:00", "01:30", "03:00")]
    [InlineData("02:00", "05:00", "23:00", "03:00", "23:00", "03:00")]
    [InlineData("03:50", "03:10", "00:50", "01:10", "00:50", "01:10")]
    [InlineData("03:00", "04:00", "00:00", "02:00", "01:00", "02:00")]
    public void Minutes_InTheHourThatComesTwice_MayBeEither(string from, string to, string start, string end, string surely, string until)
    {
        LocalDateTime At(string text) => new LocalDate(2025, 10, 26) + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
        Instant Utc(string text) => (At(text).Hour == 23 ? At(text).PlusDays(-1) : At(text)).InUtc().ToInstant();
        var window = TimeWindow.Minutes(At(from), At(to), Kyiv);
        Assert.Equal(new Interval(Utc(start), Utc(end)), window.Extent);
        Assert.Equal(surely.Length == 0 ? null : new Interval(Utc(surely), Utc(until)), window.Core);
        Assert.Equal(surely != start || until != end, window.IsOfAnHourThatComesTwice);

        // Told with its offset it comes once.
        var summer = TimeWindow.MinutesOrNull(At(from), At(to), DateTimeZone.ForOffset(Offset.FromHours(3)));
        Assert.Equal(string.CompareOrdinal(to, from) < 0, summer is null);
        Assert.False(summer?.IsOfAnHourThatComesTwice ?? false);
    }

    [Fact]
    public void About_InTheHourThatComesTwice_IsHalfAnHourAroundEither() => Assert.Equal(
        new Interval(Instant.FromUtc(2025, 10, 26, 0, 0), Instant.FromUtc(2025, 10, 26, 2, 0)),
        TimeWindow.About(new LocalDateTime(2025, 10, 26, 3, 30), Kyiv).Extent);

    [Fact]
    public void ToInstant_InTheHourThatComesTwice_IsTheEarlier() =>
        Assert.Equal(
            InstantPattern.General.Parse("2025-10-26T00:30:00Z").Value,
            Local.ToInstant(new LocalDateTime(2025, 10, 26, 3, 30), Kyiv));

    [Fact]
    public void Minutes_AroundTheHourThatIsSkipped_LastsOneHourLess() =>
        Assert.Equal(
            Duration.FromHours(5),
            TimeWindow.Minutes(new LocalDateTime(2025, 3, 30, 0, 0), new LocalDateTime(2025, 3, 30, 6, 0), Kyiv).Extent.Duration);

    [Fact]
    public void Minutes_EndBeforeStart_Throws() =>
        Assert.ThrowsAny<ArgumentException>(() => TimeWindow.Minutes(
            new LocalDateTime(2025, 3, 1, 12, 0), new LocalDateTime(2025, 3, 1, 11, 0), Kyiv));

    [Fact]
    public void About_AClockTime_IsThirtyMinutesEitherWayAndNothingIsCertain()
    {
        var window = TimeWindow.About(new LocalDateTime(2025, 3, 5, 9, 30), Kyiv);
        Assert.Equal(Between("2025-03-05T07:00:00Z", "2025-03-05T08:00:00Z"), window.Extent);
        Assert.Null(window.Core);
    }

    [Fact]
    public void Night_Unpublished_IsEighteenToNoonAndCertainFromMidnightToSix()
    {
        var night = TimeWindow.Night(new LocalDate(2025, 3, 1), Moscow, null);
        Assert.Equal(Between("2025-02-28T15:00:00Z", "2025-03-01T09:00:00Z"), night.Extent);
        Assert.Equal(Between("2025-02-28T21:00:00Z", "2025-03-01T03:00:00Z"), night.Core);
    }

    [Theory]
    [InlineData("2025-03-01T04:07:00Z", "2025-03-01T04:07:00Z", "2025-03-01T03:00:00Z")]
    [InlineData("2025-03-01T02:00:00Z", "2025-03-01T02:00:00Z", "2025-03-01T02:00:00Z")]
    [InlineData("2025-03-01T10:00:00Z", "2025-03-01T09:00:00Z", "2025-03-01T03:00:00Z")]
    public void Night_Published_EndsNoLaterThanThat(string published, string end, string certainEnd)
    {
        var night = TimeWindow.Night(new LocalDate(2025, 3, 1), Moscow, InstantPattern.General.Parse(published).Value);
        Assert.Equal(Between("2025-02-28T15:00:00Z", end), night.Extent);
        Assert.Equal(Between("2025-02-28T21:00:00Z", certainEnd), night.Core);
    }

    [Fact]
    public void Night_PublishedBeforeMidnight_HasNoCertainPart() =>
        Assert.Null(TimeWindow.Night(
            new LocalDate(2025, 3, 1), Moscow, InstantPattern.General.Parse("2025-02-28T20:00:00Z").Value).Core);

    [Fact]
    public void Night_ThatClocksGoForward_IsCertainForFiveHours() =>
        Assert.Equal(
            Duration.FromHours(5), TimeWindow.Night(new LocalDate(2025, 3, 30), Kyiv, null).Core!.Value.Duration);

    [Fact]
    public void OpenEnd_Published_EndsThereAndNothingIsCertain()
    {
        var published = InstantPattern.General.Parse("2025-03-01T20:00:00Z").Value;
        var window = TimeWindow.OpenEnd(new LocalDateTime(2025, 3, 1, 18, 40), Kyiv, published);
        Assert.Equal(Between("2025-03-01T16:40:00Z", "2025-03-01T20:00:00Z"), window.Extent);
        Assert.Null(window.Core);
    }

    [Fact]
    public void OpenEnd_Unpublished_IsInsideNothingFinite()
    {
        var window = TimeWindow.OpenEnd(new LocalDateTime(2025, 3, 1, 18, 40), Kyiv, null);
        Assert.False(window.Extent.HasEnd);
        Assert.False(window.IsInside(Between("2025-01-01T00:00:00Z", "2030-01-01T00:00:00Z")));
        Assert.True(window.Touches(Between("2029-01-01T00:00:00Z", "2030-01-01T00:00:00Z")));
    }

    [Fact]
    public void Unknown_Published_MayBeAnyTimeBeforeAndNoneAfter()
    {
        var window = TimeWindow.Unknown(Kyiv, InstantPattern.General.Parse("2025-03-01T20:00:00Z").Value);
        Assert.True(window.Touches(Between("2000-01-01T00:00:00Z", "2000-01-02T00:00:00Z")));
        Assert.False(window.Touches(Between("2025-03-01T20:00:00Z", "2025-03-02T00:00:00Z")));
        Assert.False(window.IsInside(Between("2000-01-01T00:00:00Z", "2030-01-01T00:00:00Z")));
        Assert.Null(window.Core);
    }

    private static Interval Between(string from, string to) =>
        new(InstantPattern.General.Parse(from).Value, InstantPattern.General.Parse(to).Value);
}
