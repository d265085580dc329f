namespace Holdfire.Assessment;

/// <summary>Chooses the time for which rates are shown: one in which something is to be expected.</summary>
public static class RatePeriods
{
    private const double Least = 0.5;

    /// <summary>The shortest of a day, a week and thirty days in which half a count or more is claimed, before or during; of a weekly source no day.</summary>
    public static RatePeriod Of(ReportingUnit unit, RateRange before, RateRange during)
    {
        var greatest = Math.Max(before.Max ?? before.Min, during.Max ?? during.Min);
        return unit != ReportingUnit.Week && !(greatest is > 0 and < Least) ? RatePeriod.Day
            : !(greatest * 7 is > 0 and < Least) ? RatePeriod.Week : RatePeriod.ThirtyDays;
    }

    /// <summary>How many days it has.</summary>
    public static int DaysOf(RatePeriod period) => period switch { RatePeriod.Week => 7, RatePeriod.ThirtyDays => 30, _ => 1 };

    /// <summary>A rate per day as one per that time.</summary>
    public static RateRange? Per(RatePeriod period, RateRange? perDay) =>
        perDay is { } rate ? new RateRange(rate.Min * DaysOf(period), rate.Max * DaysOf(period)) : null;
}
