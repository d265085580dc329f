using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests;

public sealed class TimeWindowTests
{
    private static readonly DateTimeZone Kyiv = DateTimeZoneProviders.Tzdb["Europe/Kyiv"];

    [Fact]
    public void Days_WhenClocksGoForward_LastTwentyThreeHours() =>
        Assert.Equal(23, TimeWindow.Days(new LocalDate(2025, 3, 30), new LocalDate(2025, 3, 30), Kyiv).Extent.Duration.TotalHours);

    [Fact]
    public void Minutes_StartEqualToEnd_IsThatMinute() =>
        Assert.Equal(
            Duration.FromMinutes(1),
            TimeWindow.Minutes(new LocalDateTime(2025, 3, 5, 9, 30), new LocalDateTime(2025, 3, 5, 9, 30), Kyiv).Extent.Duration);
}
