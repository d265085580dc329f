using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>How much more daily counts vary than independent events would.</summary>
/// <param name="Index">Variance over mean of the daily counts, at least 1.</param>
/// <param name="Correlation">The correlation of a day with the next, corrected for its bias, from 0 to 0.9.</param>
/// <param name="Carried">What the interval is computed with: the index with its uncertainty and the correlation.</param>
/// <param name="Days">The days that it comes from.</param>
public sealed record DispersionEstimate(double Index, double Correlation, double Carried, int Days)
{
    private const double UpperShare = 0.75;

    /// <summary>Whether the days vary no more than independent events.</summary>
    public bool IsPoisson => Carried < 1.0001;

    /// <summary>The estimate of a series, or null where it has fewer than three days or no count at all.</summary>
    public static DispersionEstimate? Of(IReadOnlyList<double> daily)
    {
        var n = daily.Count;
        var mean = n == 0 ? 0 : daily.Average();
        if (n < 3 || mean <= 0)
        {
            return null;
        }

        var squares = daily.Sum(y => (y - mean) * (y - mean));
        var index = Math.Max(1, squares / (n - 1) / mean);
        var correlation = Correlated(daily, mean, squares);
        var inflation = (1 + correlation) / (1 - correlation);
        var upper = Math.Max(1, squares / mean / ChiSquared.InvCDF(n - 1, 1 - UpperShare));
        return new DispersionEstimate(index, correlation, Math.Max(index, upper) * inflation, n);
    }

    // The sample correlation is too low by about (1 + 3r)/n; a negative one would claim more than the data tell.
    private static double Correlated(IReadOnlyList<double> daily, double mean, double squares)
    {
        if (squares <= 0)
        {
            return 0;
        }

        var n = daily.Count;
        var products = Enumerable.Range(1, n - 1).Sum(i => (daily[i] - mean) * (daily[i - 1] - mean));
        var raw = products / squares;
        return raw <= 0 ? 0 : Math.Clamp(raw + ((1 + (3 * raw)) / n), 0, 0.9);
    }
}
