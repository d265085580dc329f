using MathNet.Numerics.Distributions;

namespace Holdfire.Method;

/// <summary>Daily counts: negative binomial margins, tied from day to day by a Gaussian copula of order one.</summary>
internal sealed class SyntheticSeries(double mean, double dispersion, double correlation, int seed)
{
    private readonly Random random = new(seed);
    private readonly double[] cumulative = Cumulative(mean, dispersion);

    /// <summary>The next series of so many days.</summary>
    public double[] Next(int days)
    {
        var series = new double[days];
        var state = Normal.Sample(random, 0, 1);
        for (var i = 0; i < days; i++)
        {
            series[i] = Quantile(Normal.CDF(0, 1, state));
            state = (correlation * state) + (Math.Sqrt(1 - (correlation * correlation)) * Normal.Sample(random, 0, 1));
        }

        return series;
    }

    /// <summary>Keeps each event with the probability given: a true drop to that ratio.</summary>
    public double[] Thin(double[] series, double ratio) =>
        [.. series.Select(y => (double)Binomial.Sample(random, ratio, (int)y))];

    /// <summary>Splits a count by the share of its window that lies inside.</summary>
    public (double Inside, double Outside) Split(double count, double share)
    {
        var inside = (double)Binomial.Sample(random, share, (int)count);
        return (inside, count - inside);
    }

    private double Quantile(double share)
    {
        var at = Array.BinarySearch(cumulative, share);
        return Math.Min(at >= 0 ? at : ~at, cumulative.Length - 1);
    }

    private static double[] Cumulative(double mean, double dispersion)
    {
        var size = mean / (dispersion - 1);
        var most = (int)(mean + (12 * Math.Sqrt(mean * dispersion))) + 50;
        return [.. Enumerable.Range(0, most).Select(k => NegativeBinomial.CDF(size, 1 / dispersion, k))];
    }
}
