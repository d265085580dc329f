using System.Collections.Immutable;
using MathNet.Numerics;

namespace Holdfire.Assessment;

/// <summary>How the level of a series moves, as far as its past tells: parameters with their weights.</summary>
/// <param name="Mean">The long mean of a wholly watched unit.</param>
/// <param name="Weights">Parameters and their weights, which sum to 1.</param>
internal sealed record LevelFit(double Mean, ImmutableArray<(LevelParameters Parameters, double Weight)> Weights)
{
    private const double Negligible = 1e-3;

    /// <summary>The fit to a past, which must have a unit: each parameter's weight is its likelihood.</summary>
    public static LevelFit Of(ReadOnlySpan<UnitPoint> past)
    {
        var (count, exposure) = (0.0, 0.0);
        foreach (var unit in past)
        {
            (count, exposure) = (count + unit.Count, exposure + unit.Exposure);
        }

        var mean = (count + 0.5) / (exposure + 1);
        var likelihoods = new double[LevelParameters.Grid.Length];
        for (var i = 0; i < likelihoods.Length; i++)
        {
            likelihoods[i] = LogLikelihood(past, LevelParameters.Grid[i], mean);
        }

        var best = likelihoods.Max();
        var all = likelihoods.Sum(l => Math.Exp(l - best));
        var kept = likelihoods.Select((l, i) => (Parameters: LevelParameters.Grid[i], Weight: Math.Exp(l - best) / all))
            .Where(w => w.Weight > Negligible).ToList();
        var sum = kept.Sum(w => w.Weight);
        return new LevelFit(mean, [.. kept.Select(w => (w.Parameters, w.Weight / sum))]);
    }

    /// <summary>The level at a unit after the past.</summary>
    public Level At(int number, ReadOnlySpan<UnitPoint> past, LevelParameters parameters)
    {
        var level = Level.Usual(parameters, Mean);
        for (var i = 0; i < past.Length; i++)
        {
            level = level.Seen(past[i].Count, past[i].Exposure, parameters.Size);
            level = After(level, (i + 1 < past.Length ? past[i + 1].Number : number) - past[i].Number, parameters, Mean);
        }

        return level;
    }

    /// <summary>So many units on without a count.</summary>
    public static Level After(Level level, int units, LevelParameters parameters, double mean)
    {
        for (var i = 0; i < units; i++)
        {
            level = level.Next(parameters, mean);
        }

        return level;
    }

    // Each count is negative binomial, given those before it.
    private static double LogLikelihood(ReadOnlySpan<UnitPoint> past, LevelParameters parameters, double mean)
    {
        var (level, sum) = (Level.Usual(parameters, mean), 0.0);
        for (var i = 0; i < past.Length; i++)
        {
            var (count, expected) = (past[i].Count, level.Mean * past[i].Exposure);
            var size = 1 / ((1 / level.Shape) + (1 / parameters.Size));
            sum += SpecialFunctions.GammaLn(count + size) - SpecialFunctions.GammaLn(size) - SpecialFunctions.GammaLn(count + 1)
                + (size * Math.Log(size / (size + expected))) + (count > 0 ? count * Math.Log(expected / (size + expected)) : 0);
            level = level.Seen(count, past[i].Exposure, parameters.Size);
            if (i + 1 < past.Length)
            {
                level = After(level, past[i + 1].Number - past[i].Number, parameters, mean);
            }
        }

        return sum;
    }
}
