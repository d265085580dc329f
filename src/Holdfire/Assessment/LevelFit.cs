using System.Collections.Immutable;
using MathNet.Numerics;

namespace Holdfire.Assessment;

/// <summary>How the level of a series moves, as far as its past tells: parameters with their weights.</summary>
/// <param name="Mean">The long mean of a wholly watched unit.</param>
/// <param name="Days">How many days a unit has.</param>
/// <param name="Ways">Ways without growth; their weights sum to 1.</param>
/// <param name="WithGrowth">All ways, those with growth among them; their weights sum to 1.</param>
internal sealed record LevelFit(double Mean, int Days, ImmutableArray<LevelWay> Ways, ImmutableArray<LevelWay> WithGrowth)
{
    private const double Negligible = 1e-3;

    /// <summary>Whether the past more likely than not has a trend.</summary>
    public bool HasTrend => WithGrowth.Sum(w => w.Parameters.Growth == 0 ? 0 : w.Weight) > 0.5;

    /// <summary>The fit to a past, which must have a unit: each parameter's weight is its likelihood.</summary>
    /// <param name="past">What was seen.</param>
    /// <param name="days">How many days a unit has.</param>
    public static LevelFit Of(ReadOnlySpan<UnitPoint> past, int days)
    {
        var flat = Trend.Of(past, 0, days);
        var all = new (LevelParameters Parameters, double Log, Trend Usual)[LevelParameters.Grid.Length + LevelParameters.Growing.Length];
        for (var i = 0; i < LevelParameters.Grid.Length; i++)
        {
            all[i] = (LevelParameters.Grid[i], LogLikelihood(past, LevelParameters.Grid[i], flat), flat);
        }

        for (var i = 0; i < LevelParameters.Growing.Length; i++)
        {
            var parameters = LevelParameters.Growing[i];
            var usual = Trend.Of(past, parameters.Growth, days);
            all[LevelParameters.Grid.Length + i] = (parameters, LogLikelihood(past, parameters, usual), usual);
        }

        // Ways without growth are among all ways: each is made once.
        var made = new LevelWay?[all.Length];
        return new LevelFit(flat.Level, days, Weighed(all.AsSpan(0, LevelParameters.Grid.Length), made, past), Weighed(all, made, past));
    }

    /// <summary>The level at a unit after the past.</summary>
    public static Level At(int number, ReadOnlySpan<UnitPoint> past, LevelParameters parameters, Trend usual)
    {
        var level = Level.Unseen(parameters, usual.At(past[0].Number));
        for (var i = 0; i < past.Length; i++)
        {
            level = level.Seen(past[i].Count, past[i].Exposure, parameters.Size);
            level = After(level, past[i].Number, i + 1 < past.Length ? past[i + 1].Number : number, parameters, usual);
        }

        return level;
    }

    /// <summary>From one unit to a later one without a count.</summary>
    public static Level After(Level level, int from, int to, LevelParameters parameters, Trend usual)
    {
        for (var i = from + 1; i <= to; i++)
        {
            level = level.Next(parameters, usual.At(i - 1), usual.At(i));
        }

        return level;
    }

    private static ImmutableArray<LevelWay> Weighed(
        ReadOnlySpan<(LevelParameters Parameters, double Log, Trend Usual)> of, LevelWay?[] made, ReadOnlySpan<UnitPoint> past)
    {
        var best = double.NegativeInfinity;
        foreach (var (_, log, _) in of)
        {
            best = Math.Max(best, log);
        }

        var weights = new double[of.Length];
        for (var i = 0; i < of.Length; i++)
        {
            weights[i] = Math.Exp(of[i].Log - best);
        }

        var all = weights.Sum();
        var kept = Enumerable.Range(0, of.Length).Where(i => weights[i] / all > Negligible).ToList();
        var sum = kept.Sum(i => weights[i] / all);
        var ways = ImmutableArray.CreateBuilder<LevelWay>(kept.Count);
        foreach (var i in kept)
        {
            ways.Add((made[i] ??= LevelWay.Of(of[i].Parameters, of[i].Usual, past)) with { Weight = weights[i] / all / sum });
        }

        return ways.MoveToImmutable();
    }

    // Each count is negative binomial, given those before it.
    private static double LogLikelihood(ReadOnlySpan<UnitPoint> past, LevelParameters parameters, Trend usual)
    {
        var (level, sum) = (Level.Unseen(parameters, usual.At(past[0].Number)), 0.0);
        for (var i = 0; i < past.Length; i++)
        {
            var (count, expected) = (past[i].Count, level.Mean * past[i].Exposure);
            var size = 1 / ((1 / level.Shape) + (1 / parameters.Size));
            sum += SpecialFunctions.GammaLn(count + size) - SpecialFunctions.GammaLn(size) - SpecialFunctions.GammaLn(count + 1)
                + (size * Math.Log(size / (size + expected))) + (count > 0 ? count * Math.Log(expected / (size + expected)) : 0);
            level = level.Seen(count, past[i].Exposure, parameters.Size);
            if (i + 1 < past.Length)
            {
                level = After(level, past[i].Number, past[i + 1].Number, parameters, usual);
            }
        }

        return sum;
    }
}
