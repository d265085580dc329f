namespace Holdfire.Assessment;

/// <summary>The daily counts of a period about their own mean.</summary>
/// <param name="Count">The days.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Squares">The sum of the squares of their distances from it.</param>
/// <param name="Neighbours">The sum of the products of the distances of a day and the next.</param>
internal readonly record struct DaysOfPeriod(int Count, double Mean, double Squares, double Neighbours)
{
    /// <summary>The sums of the days given.</summary>
    public static DaysOfPeriod Of(IReadOnlyList<double> days)
    {
        var mean = days.Count == 0 ? 0 : days.Average();
        return new DaysOfPeriod(
            days.Count, mean, days.Sum(y => (y - mean) * (y - mean)),
            Enumerable.Range(1, Math.Max(0, days.Count - 1)).Sum(i => (days[i] - mean) * (days[i - 1] - mean)));
    }

    /// <summary>The variance of a day where one over its size is the rate given.</summary>
    public double Variance(double rate) => Mean * (1 + (rate * Mean));
}
