using CsCheck;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Tests.Tallies;

public sealed class DailyCutOffTests
{
    [Theory]
    [InlineData(0, 0, "2032-05-01T21:00:00Z", "2032-05-02T21:00:00Z")] // midnight in Beirut, +03
    [InlineData(18, 0, "2032-05-01T15:00:00Z", "2032-05-02T15:00:00Z")]
    [InlineData(6, 30, "2032-05-01T03:30:00Z", "2032-05-02T03:30:00Z")]
    public void DayOf_ADate_EndsAtTheCutOff(int hour, int minute, string from, string to)
    {
        var day = new DailyCutOff(new LocalTime(hour, minute), "Asia/Beirut").DayOf(new LocalDate(2032, 5, 2));
        Assert.Equal((from, to), (day.Start.ToString(), day.End.ToString()));
    }

    // Days of reports follow each other without a gap, also where clocks change.
    [Fact]
    public void Days_MeetWhereverTheClocksChange() => Gen.Select(Gen.Int[0, 23], Gen.Int[0, 59], Gen.Int[0, 3000], Of("Asia/Beirut", "Europe/Kyiv", "America/Bogota", "Africa/Khartoum", "Asia/Gaza"))
        .Sample((hour, minute, days, zone) =>
        {
            var cutOff = new DailyCutOff(new LocalTime(hour, minute), zone);
            var date = new LocalDate(2024, 1, 1).PlusDays(days);
            var (one, next) = (cutOff.DayOf(date), cutOff.DayOf(date.PlusDays(1)));
            return one.End == next.Start && one.Duration > Duration.FromHours(22) && one.Duration < Duration.FromHours(26);
        });

    private static Gen<string> Of(params string[] any) => Gen.Int[0, any.Length - 1].Select(i => any[i]);
}
