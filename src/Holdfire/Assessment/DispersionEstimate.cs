using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>How much more daily counts vary than independent events would.</summary>
/// <param name="Index">Variance over mean of a day before, at least 1.</param>
/// <param name="Correlation">The correlation of a day with the next, corrected for its bias, from -1/3 to 0.9.</param>
/// <param name="Upper">The upper 80 % bound of the index: its uncertainty, at least the index.</param>
/// <param name="Days">The days that it comes from, less one for each period but the first, whose mean is its own.</param>
public sealed record DispersionEstimate(double Index, double Correlation, double Upper, int Days)
{
    private const double UpperShare = 0.8;

    // Alternating days halve the variance of a sum at most: a greater claim would rest on very few pairs of days.
    private const double LeastCorrelation = -1.0 / 3;
    private const double MostCorrelation = 0.9;

    /// <summary>
    /// The degrees of freedom of the interval: half of those of the variance, since the correlation is estimated from the
    /// same days and adds as much to the uncertainty of a sum's variance as the variance of a day does.
    /// </summary>
    public double Freedom => (Days - 1) / 2.0;

    /// <summary>The estimate of the days before and, where there are some, whole days of the truce.</summary>
    /// <remarks>
    /// The days of both periods are negative binomial of one size, each about the mean of its own period, so that a change
    /// of the rate is no spread: those of the truce tell of the size too. It is the size at which Pearson's statistic is as
    /// large as its degrees of freedom (McCullagh and Nelder 1989, section 4.5.2), at the bound as their quantile.
    /// </remarks>
    /// <returns>Null where there are fewer than three days before or no count.</returns>
    public static DispersionEstimate? Of(IReadOnlyList<double> before, IReadOnlyList<double>? during = null)
    {
        var first = DaysOfPeriod.Of(before);
        if (before.Count < 3 || first.Mean <= 0)
        {
            return null;
        }

        // A mean of a single day, or of none counted, leaves nothing to vary.
        DaysOfPeriod[] periods = during is { Count: > 1 } && during.Any(y => y > 0) ? [first, DaysOfPeriod.Of(during)] : [first];
        var days = periods.Sum(p => p.Count) - periods.Length + 1;
        var rate = Clumping(periods, days - 1);
        var index = 1 + (first.Mean * rate);
        var upper = 1 + (first.Mean * Clumping(periods, ChiSquared.InvCDF(days - 1, 1 - UpperShare)));
        return new DispersionEstimate(index, Correlated(periods, rate), Math.Max(index, upper), days);
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

    // One over the size, from 0: the root of Σ squares / (mean (1 + rate mean)) = target, a quadratic for two periods.
    private static double Clumping(DaysOfPeriod[] periods, double target)
    {
        var (a, x) = (periods[0].Squares / periods[0].Mean, periods[0].Mean);
        var (b, y) = periods.Length > 1 ? (periods[1].Squares / periods[1].Mean, periods[1].Mean) : (0, 0);
        if (a + b <= target)
        {
            return 0;
        }

        var (square, linear, rest) = (target * x * y, (target * (x + y)) - (a * y) - (b * x), target - a - b);
        return square == 0 ? -rest / linear
            : (-linear + Math.Sqrt((linear * linear) - (4 * square * rest))) / (2 * square);
    }

    // The sample correlation of a period is too low by about (1 + 3r)/n.
    private static double Correlated(DaysOfPeriod[] periods, double rate)
    {
        var squares = periods.Sum(p => p.Squares / p.Variance(rate));
        if (squares <= 0)
        {
            return 0;
        }

        var raw = periods.Sum(p => p.Neighbours / p.Variance(rate)) / squares;
        var bias = (1 + (3 * raw)) * periods.Length / periods.Sum(p => p.Count);
        return Math.Clamp(raw + bias, LeastCorrelation, MostCorrelation);
    }
}
