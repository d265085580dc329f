using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using NodaTime;

namespace Holdfire.Method;

/// <summary>Days whose level strays and comes back, as in a war.</summary>
internal static class Simulated
{
    /// <summary>A series; the same gives the same.</summary>
    /// <param name="how">Mean, variance over mean, the standard deviation of the level's logarithm, the days in which it forgets.</param>
    /// <param name="days">How many days.</param>
    /// <param name="seed">Of the random numbers.</param>
    public static ImmutableArray<(LocalDate Day, long Count)> Series(double[] how, int days, int seed)
    {
        var (mean, dispersion, drift, memory) = (how[0], how[1], how[2], how[3]);
        var random = new Random(seed);
        var kept = Math.Exp(-1 / memory);
        var level = Normal.Sample(random, 0, 1);
        var series = ImmutableArray.CreateBuilder<(LocalDate, long)>(days);
        for (var i = 0; i < days; i++)
        {
            var expected = mean * Math.Exp((drift * level) - (drift * drift / 2));
            var size = mean / Math.Max(1e-6, dispersion - 1);
            series.Add((new LocalDate(2000, 1, 1).PlusDays(i), Poisson.Sample(random, Gamma.Sample(random, size, size / expected))));
            level = (kept * level) + (Math.Sqrt(1 - (kept * kept)) * Normal.Sample(random, 0, 1));
        }

        return series.MoveToImmutable();
    }
}
