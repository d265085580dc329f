using Holdfire.Assessment;

namespace Holdfire.Tests.Assessment;

public sealed class RatePeriodsTests
{
    [Theory]
    [InlineData(ReportingUnit.Day, 11.8, 5.1, RatePeriod.Day)]
    [InlineData(ReportingUnit.Day, 0.0, 0.0, RatePeriod.Day)]
    [InlineData(ReportingUnit.Day, 0.3, 0.1, RatePeriod.Week)]
    [InlineData(ReportingUnit.Day, 0.3, 0.6, RatePeriod.Day)]
    [InlineData(ReportingUnit.Day, 0.04, 0.02, RatePeriod.ThirtyDays)]
    [InlineData(ReportingUnit.Week, 4.0, 2.0, RatePeriod.Week)]
    [InlineData(ReportingUnit.Week, 0.01, 0.0, RatePeriod.ThirtyDays)]
    public void Rate_IsShownForATimeInWhichHalfACountOrMoreIsClaimed(ReportingUnit unit, double before, double during, RatePeriod expected) =>
        Assert.Equal(expected, RatePeriods.Of(unit, new RateRange(0, before), new RateRange(during, null)));

    [Fact]
    public void RateOf30Days_IsThirtyTimesThatOfADay() =>
        Assert.Equal(new RateRange(0.75, 1.5), RatePeriods.Per(RatePeriod.ThirtyDays, new RateRange(0.025, 0.05)));
}
