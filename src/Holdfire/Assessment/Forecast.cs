using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Holdfire.Assessment;

/// <summary>How many would have been counted without a truce: a mixture of negative binomial distributions.</summary>
/// <param name="Parts">Weights, means and sizes; the variance is the mean plus its square over the size.</param>
internal sealed record Forecast(ImmutableArray<(double Weight, double Mean, double Size)> Parts)
{
    /// <summary>The greatest size: a sum that varies as independent events do.</summary>
    public const double GreatestSize = 1e5;

    // Long means that change the forecast by less than this, the greatest against the least, are one.
    private const double Unseen = 0.02;
    private const double Narrowest = 1e-5;
    private const double Widest = 1e5;
    private const int Halvings = 48;
    private const double Near = 1e-9;
    private const int MostSteps = 60;

    /// <summary>What is to be expected: the mean, with the mean of the past for the long one.</summary>
    public double Mean { get; init; } = Parts.Sum(p => p.Weight * p.Mean);

    /// <summary>The forecast of units that follow each other, from the past.</summary>
    /// <param name="fit">How the level moves.</param>
    /// <param name="past">What was seen.</param>
    /// <param name="first">The number of the first unit.</param>
    /// <param name="exposures">The share of each unit that counts; 0 for none.</param>
    /// <param name="trend">Whether a trend of the past is one of the things that may go on; else it is one level.</param>
    /// <param name="meanIsKnown">Whether the mean of the past is taken for the long one.</param>
    public static Forecast Of(LevelFit fit, ReadOnlySpan<UnitPoint> past, int first, ReadOnlySpan<double> exposures, bool trend, bool meanIsKnown = false)
    {
        var ways = trend ? fit.WithGrowth : fit.Ways;
        var parts = ImmutableArray.CreateBuilder<(double Weight, double Mean, double Size)>();
        var expected = 0.0;
        foreach (var way in ways)
        {
            var sum = way.Sum(LevelFit.At(first, past, way.Parameters, way.Usual), first, exposures);
            expected += way.Weight * sum.Mean;
            if (meanIsKnown)
            {
                parts.Add((way.Weight, sum.Mean, sum.Size));
            }
            else
            {
                Add(parts, way, sum);
            }
        }

        return new Forecast(parts.DrainToImmutable()) { Mean = expected };
    }

    /// <summary>The forecast of one way, for each long mean that there may be.</summary>
    public static void Add(ImmutableArray<(double Weight, double Mean, double Size)>.Builder parts, LevelWay way, (double Mean, double Size, double Leaning) sum)
    {
        if (sum.Leaning * (way.Means[^1].Times - way.Means[0].Times) < Unseen * sum.Mean)
        {
            parts.Add((way.Weight, sum.Mean, sum.Size));
            return;
        }

        foreach (var (chance, times) in way.Means)
        {
            parts.Add((way.Weight * chance, sum.Mean + (sum.Leaning * (times - 1)), sum.Size));
        }
    }

    /// <summary>The share of chances at which this many or fewer would be counted, had the rate been multiplied.</summary>
    public double AtMost(double count, double ratio)
    {
        if (count < 0)
        {
            return 0;
        }

        var sum = 0.0;
        foreach (var (weight, mean, size) in Parts)
        {
            sum += weight * SpecialFunctions.BetaRegularized(size, count + 1, size / (size + (ratio * mean)));
        }

        return sum;
    }

    /// <summary>The share at which this many or more would be.</summary>
    public double AtLeast(double count, double ratio) => count <= 0 ? 1 : 1 - AtMost(count - 1, ratio);

    /// <summary>The share below, and half of that at this count.</summary>
    public double Rank(double count) => (AtMost(count, 1) + AtMost(count - 1, 1)) / 2;

    /// <summary>The least ratio at which this many or more would come more often than the tail; 0 for none.</summary>
    public double Low(double count, double tail) => count <= 0 ? 0 : Search(r => tail - AtLeast(count, r));

    /// <summary>The greatest ratio at which this few or fewer would come more often than the tail; null for no limit.</summary>
    public double? High(double count, double tail) =>
        double.IsInfinity(count) || AtMost(count, Widest) > tail ? null : Search(r => AtMost(count, r) - tail);

    // The last ratio at which this is above 0; it is so at the narrowest or at none. Halving alone decides, to the last digit; a root found
    // before spares it the values that lie far from the end.
    private static double Search(Func<double, double> falling)
    {
        double At(double log) => falling(Math.Exp(log));
        var (low, high) = (Math.Log(Narrowest), Math.Log(Widest));
        var (above, notAbove) = Brent.TryFindRoot(At, low, high, Near, MostSteps, out var root)
            ? (At(root - Near) > 0 ? root - Near : low, At(root + Near) > 0 ? high : root + Near)
            : (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var isAbove = middle <= above || (middle < notAbove && At(middle) > 0);
            (low, high) = isAbove ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }
}
