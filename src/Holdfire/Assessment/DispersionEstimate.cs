using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>How much more daily counts vary than independent events would.</summary>
/// <param name="Index">Variance over mean of the daily counts, at least 1.</param>
/// <param name="Correlation">The correlation of a day with the next, corrected for its bias, from -1/3 to 0.9.</param>
/// <param name="Upper">The upper 75 % bound of the index: its uncertainty, at least the index.</param>
/// <param name="Days">The days that it comes from.</param>
public sealed record DispersionEstimate(double Index, double Correlation, double Upper, int Days)
{
    private const double UpperShare = 0.75;

    // Alternating days halve the variance of a sum at most: a greater claim would rest on very few pairs of days.
    private const double LeastCorrelation = -1.0 / 3;
    private const double MostCorrelation = 0.9;

    /// <summary>
    /// The degrees of freedom of the interval: half of those of the variance, since the correlation is estimated from the
    /// same days and adds as much to the uncertainty of a sum's variance as the variance of a day does.
    /// </summary>
    public double Freedom => (Days - 1) / 2.0;

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
        var upper = squares / mean / ChiSquared.InvCDF(n - 1, 1 - UpperShare);
        return new DispersionEstimate(index, Correlated(daily, mean, squares), Math.Max(index, upper), n);
    }

    /// <summary>
    /// Variance over mean of the sum of so many days, with the index's uncertainty and the correlation carried: the variance
    /// of a sum of n days of a first-order autoregression is n + 2 Σ (n − h) ρʰ times that of one.
    /// </summary>
    /// <param name="days">The days summed; a part of a day counts as a day.</param>
    public double Carried(double days)
    {
        var (n, r) = (Math.Max(1, Math.Ceiling(days)), Correlation);
        var neighbours = (r / (1 - r)) - (r * (1 - Math.Pow(r, n)) / (n * (1 - r) * (1 - r)));
        return Math.Max(1, Upper * (1 + (2 * neighbours)));
    }

    // The sample correlation is too low by about (1 + 3r)/n.
    private static double Correlated(IReadOnlyList<double> daily, double mean, double squares)
    {
        if (squares <= 0)
        {
            return 0;
        }

        var n = daily.Count;
        var raw = Enumerable.Range(1, n - 1).Sum(i => (daily[i] - mean) * (daily[i - 1] - mean)) / squares;
        return Math.Clamp(raw + ((1 + (3 * raw)) / n), LeastCorrelation, MostCorrelation);
    }
}
