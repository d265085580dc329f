using System.Collections.Immutable;
using MathNet.Numerics;

namespace Holdfire.Assessment;

/// <summary>How many would have been counted without a truce: a mixture of negative binomial distributions.</summary>
/// <param name="Parts">Weights, means and sizes; the variance is the mean plus its square over the size.</param>
internal sealed record Forecast(ImmutableArray<(double Weight, double Mean, double Size)> Parts)
{
    private const double GreatestSize = 1e5;
    private const double Narrowest = 1e-5;
    private const double Widest = 1e5;
    private const int Halvings = 48;

    /// <summary>The mean.</summary>
    public double Mean => Parts.Sum(p => p.Weight * p.Mean);

    /// <summary>The forecast of units that follow each other, from the past.</summary>
    /// <param name="fit">How the level moves.</param>
    /// <param name="past">What was seen.</param>
    /// <param name="first">The number of the first unit.</param>
    /// <param name="exposures">The share of each unit that counts; 0 for none.</param>
    /// <param name="trend">Whether a trend of the past is one of the things that may go on; else it is one level.</param>
    public static Forecast Of(LevelFit fit, ReadOnlySpan<UnitPoint> past, int first, ReadOnlySpan<double> exposures, bool trend)
    {
        var all = trend ? fit.WithGrowth : [.. fit.Weights.Select(w => (w.Parameters, w.Weight, Usual: Trend.None(fit.Mean)))];
        var parts = ImmutableArray.CreateBuilder<(double, double, double)>(all.Length);
        foreach (var (parameters, weight, usual) in all)
        {
            var (mean, size) = Sum(LevelFit.At(first, past, parameters, usual), parameters, usual, first, exposures);
            parts.Add((weight, mean, size));
        }

        return new Forecast(parts.MoveToImmutable());
    }

    /// <summary>The mean and size of the sum of units from a level on.</summary>
    /// <param name="level">The level at the first of them.</param>
    /// <param name="parameters">How it moves.</param>
    /// <param name="usual">What it is pulled to.</param>
    /// <param name="first">The number of the first unit.</param>
    /// <param name="exposures">The share of each that counts.</param>
    /// <remarks>Var = Σ e²·var λ + 2 Σ e·e′·cov(λ, λ′) + Σ e²·E λ²/size; a level keeps of its deviation the discount times the rate over the next rate.</remarks>
    public static (double Mean, double Size) Sum(Level level, LevelParameters parameters, Trend usual, int first, ReadOnlySpan<double> exposures)
    {
        var (mean, variance, carried) = (0.0, 0.0, 0.0);
        for (var i = 0; i < exposures.Length; i++)
        {
            var exposure = exposures[i];
            var (own, square) = (level.Variance, exposure * exposure);
            mean += exposure * level.Mean;
            variance += (square * own) + (2 * exposure * carried) + (square * (own + (level.Mean * level.Mean)) / parameters.Size);
            carried += exposure * own;
            var next = level.Next(parameters, usual.At(first + i), usual.At(first + i + 1));
            carried *= parameters.Discount * level.Rate / next.Rate;
            level = next;
        }

        return (mean, Math.Min(GreatestSize, mean * mean / variance));
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
    public double Low(double count, double tail) => count <= 0 ? 0 : Search(r => AtLeast(count, r) <= tail);

    /// <summary>The greatest ratio at which this few or fewer would come more often than the tail; null for no limit.</summary>
    public double? High(double count, double tail) =>
        double.IsInfinity(count) || AtMost(count, Widest) > tail ? null : Search(r => AtMost(count, r) > tail);

    // The last ratio of which it is true; it is true of the narrowest or of none.
    private static double Search(Func<double, bool> isTrue)
    {
        var (low, high) = (Math.Log(Narrowest), Math.Log(Widest));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isTrue(Math.Exp(middle)) ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }
}
