namespace Holdfire.Assessment;

/// <summary>Counts of units together.</summary>
/// <param name="Low">The least, each claim in the unit of its middle.</param>
/// <param name="Middle">What is compared.</param>
/// <param name="High">The most; infinite for no limit.</param>
/// <param name="Watched">How much was watched, in units.</param>
internal readonly record struct UnitSum(double Low, double Middle, double High, double Watched)
{
    /// <summary>Of some units of a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="units">Which.</param>
    /// <param name="regular">Whether silent units count as watched.</param>
    public static UnitSum Of(UnitSeries series, IEnumerable<int> units, bool regular)
    {
        var sum = default(UnitSum);
        foreach (var i in units)
        {
            sum = new UnitSum(
                sum.Low + series.Low[i], sum.Middle + series.Middle(i), sum.High + series.High[i],
                sum.Watched + (series.IsUsable(i) ? series.Exposure[i] : regular ? 1 : 0));
        }

        return sum;
    }
}
