using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;
using MathNet.Numerics;

namespace Holdfire.Assessment;

/// <summary>How a change is spread over areas, by empirical Bayes (Clayton and Kaldor 1987).</summary>
/// <remarks>
/// The true ratio of an area is Gamma(α·ρ, α) about the ratio ρ of all of them, its count Poisson: so the count is negative binomial, α is the
/// likeliest of a grid, and the ratio is (D + α·ρ) / (E + α). Few areas of many are very high or low by chance: this draws them in.
/// </remarks>
internal static class AreaChanges
{
    private static readonly double[] Grid = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 1024];

    /// <summary>The areas, the greatest expected first; none where claims name fewer than two.</summary>
    /// <param name="counted">The claims of a line.</param>
    /// <param name="series">Their units.</param>
    /// <param name="units">Which units are compared.</param>
    /// <param name="expected">How many were to be expected in all.</param>
    public static ImmutableArray<AreaChange> Of(ImmutableArray<Report> counted, UnitSeries series, UnitPeriods units, double expected)
    {
        var (before, during) = (units.Baseline.ToHashSet(), units.During.ToHashSet());
        var sums = new SortedDictionary<AreaCode, (double Before, double During)>();
        foreach (var claim in counted.Where(c => c.Areas.Length == 1 && c.Window.Extent is { HasStart: true, HasEnd: true }))
        {
            var span = claim.Window.Core ?? claim.Window.Extent;
            var unit = series.Grid.NumberOf(span.Start + (span.Duration / 2)) - series.First;
            if (before.Contains(unit) || during.Contains(unit))
            {
                var count = claim.Count.Max is { } most ? (claim.Count.Min + most) / 2.0 : claim.Count.Min;
                var sum = sums.GetValueOrDefault(claim.Areas[0]);
                sums[claim.Areas[0]] = before.Contains(unit) ? (sum.Before + count, sum.During) : (sum.Before, sum.During + count);
            }
        }

        var all = sums.Values.Sum(s => s.Before);
        if (sums.Count < 2 || all <= 0)
        {
            return [];
        }

        (AreaCode Area, double Before, double During, double Expected)[] areas =
            [.. sums.Select(s => (s.Key, s.Value.Before, s.Value.During, expected * s.Value.Before / all))];
        var mean = areas.Sum(a => a.During) / expected;
        var alike = mean > 0 ? Grid.MaxBy(g => areas.Sum(a => LogLikelihood(a.During, a.Expected * mean, g * mean))) : Grid[^1];
        return
        [
            .. areas.Select(a => new AreaChange(a.Area, a.Before, a.During, a.Expected, (a.During + (alike * mean)) / (a.Expected + alike)))
                .OrderByDescending(a => a.Expected).ThenBy(a => a.Area),
        ];
    }

    private static double LogLikelihood(double count, double mean, double size) => mean <= 0 ? 0
        : SpecialFunctions.GammaLn(count + size) - SpecialFunctions.GammaLn(size) + (size * Math.Log(size / (size + mean)))
            + (count > 0 ? count * Math.Log(mean / (size + mean)) : 0);
}
