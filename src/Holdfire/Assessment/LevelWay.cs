using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>One way in which the level may move.</summary>
/// <param name="Parameters">How it moves.</param>
/// <param name="Weight">How likely that is by how the past was foretold, from 0 to 1.</param>
/// <param name="Usual">What it is pulled to.</param>
/// <param name="Means">What the true long mean may be, over the mean of the past; with chances that sum to 1.</param>
internal readonly record struct LevelWay(LevelParameters Parameters, double Weight, Trend Usual, ImmutableArray<(double Chance, double Times)> Means)
{
    // The nodes of Gauss and Hermite for a normal deviation: their chances, and the chance of what lies below each.
    private static readonly ImmutableArray<(double Chance, double Below)> Nodes =
    [
        .. new (double Chance, double Deviation)[]
        {
            (0.011257411327721, 2.856970013872806), (0.222075922005613, 1.355626179974266), (0.533333333333333, 0), (0.222075922005613, -1.355626179974266),
            (0.011257411327721, -2.856970013872806),
        }.Select(n => (n.Chance, Normal.CDF(0, 1, n.Deviation))),
    ];

    private const double GreatestError = 1;
    private const double Negligible = 1e-4;

    /// <summary>A way with its mean's error, as so short a past leaves it; how likely it is has yet to be said.</summary>
    /// <param name="parameters">How the level moves.</param>
    /// <param name="usual">What it is pulled to: the mean of the past.</param>
    /// <param name="past">The units that the mean comes from; at least one.</param>
    /// <remarks>
    /// The mean of n units strays from the long one as the sum of these units does in the same model, from the level that is usual: a gamma share of it with
    /// the variance 1/mean + 1/size. So, with all means as likely before looking, the long mean is that of the past over such a share: it may be
    /// many times as great, of a war that has not yet shown its worst, and hardly many times less.
    /// </remarks>
    public static LevelWay Of(LevelParameters parameters, Trend usual, ReadOnlySpan<UnitPoint> past)
    {
        var exposures = new double[past[^1].Number - past[0].Number + 1];
        foreach (var unit in past)
        {
            exposures[unit.Number - past[0].Number] = unit.Exposure;
        }

        var way = new LevelWay(parameters, 1, usual, [(1, 1)]);
        var (mean, size, _) = way.Sum(Level.Unseen(parameters, usual.At(past[0].Number)), past[0].Number, exposures);
        var error = Math.Min(GreatestError, (1 / mean) + (1 / size));
        return error < Negligible ? way
            : way with { Means = [.. Nodes.Select(n => (n.Chance, 1 / Gamma.InvCDF(1 / error, 1 / error, n.Below)))] };
    }

    /// <summary>The mean and size of the sum of units from a level on, and the part of that mean that rests on the long mean.</summary>
    /// <param name="level">The level at the first of them.</param>
    /// <param name="first">The number of the first unit.</param>
    /// <param name="exposures">The share of each that counts.</param>
    /// <remarks>Var = Σ e²·var λ + 2 Σ e·e′·cov(λ, λ′) + Σ e²·E λ²/size; a level keeps of its deviation the discount times the rate over the next rate.</remarks>
    public (double Mean, double Size, double Leaning) Sum(Level level, int first, ReadOnlySpan<double> exposures)
    {
        var (mean, variance, carried, leaning) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < exposures.Length; i++)
        {
            var exposure = exposures[i];
            var (own, square) = (level.Variance, exposure * exposure);
            mean += exposure * level.Mean;
            leaning += exposure * level.Leaning;
            variance += (square * own) + (2 * exposure * carried) + (square * (own + (level.Mean * level.Mean)) / Parameters.Size);
            carried += exposure * own;
            var next = level.Next(Parameters, Usual.At(first + i), Usual.At(first + i + 1));
            carried *= Parameters.Discount * level.Rate / next.Rate;
            level = next;
        }

        return (mean, Math.Min(Forecast.GreatestSize, mean * mean / variance), leaning);
    }
}
