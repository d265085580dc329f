using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>How well the model foretold earlier windows as long as the truce, in which there was none.</summary>
/// <param name="Windows">How many windows there are.</param>
/// <param name="AsLow">How many of them were as low against what was foretold as the truce.</param>
/// <param name="Below">How much wider the interval is made for falls: the greatest of 1, and what the windows ask for.</param>
/// <param name="Above">The same for rises.</param>
/// <param name="Freedom">The degrees of freedom of that.</param>
internal sealed record Placebos(int Windows, int AsLow, double Below, double Above, double Freedom)
{
    // What is believed of the model where no window tells of it, in windows.
    private const double Prior = 12;
    private const int MostWindows = 200;
    private const int LeastBefore = 14;
    private const int Recently = 28;
    private const int Gap = 7;
    private const double Farthest = 4;

    /// <summary>The share of windows as low as the truce, this one among them; null where there is no window.</summary>
    public double? Share => Windows == 0 ? null : (1.0 + AsLow) / (1 + Windows);

    /// <summary>The tail of the high end of an interval of 95 %: 0.025 where the model foretold as well as it believes.</summary>
    public double HighTail => Tail(Below);

    /// <summary>The tail of the low end.</summary>
    public double LowTail => Tail(Above);

    /// <summary>Two-sided: how often without a change a count would be as far off as one of this rank.</summary>
    public double Chance(double rank)
    {
        var z = Deviation(rank);
        return 2 * StudentT.CDF(0, 1, Freedom, -Math.Abs(z) / (z < 0 ? Below : Above));
    }

    /// <summary>The windows before a truce.</summary>
    /// <param name="fit">How the level moves.</param>
    /// <param name="history">All usable units before it, in order.</param>
    /// <param name="units">How many units the truce has.</param>
    /// <param name="rank">The rank of the truce's own count.</param>
    public static Placebos Of(LevelFit fit, ReadOnlySpan<UnitPoint> history, int units, double rank)
    {
        var starts = StartsOf(history, units);
        if (starts.Count == 0)
        {
            return new Placebos(0, 0, 1, 1, Prior);
        }

        var step = Math.Max(Math.Max(1, units / Gap), (starts.Count + MostWindows - 1) / MostWindows);
        int[] taken = [.. starts.Where((_, i) => i % step == 0)];
        var ranks = RanksOf(fit, history, units, taken);
        var (below, above, asLow) = (0.0, 0.0, 0);
        foreach (var one in ranks)
        {
            var z = Deviation(one);
            below += z < 0 ? z * z : 0;
            above += z > 0 ? z * z : 0;
            asLow += one <= rank ? 1 : 0;
        }

        // Windows that overlap tell little more than one: so many as would fit one after the other.
        var told = Math.Max(1, (double)taken.Length * step / (units + Gap));
        double Factor(double squares) => Math.Sqrt((Prior + (told * squares / taken.Length)) / (Prior + told));
        var both = Factor(below + above);
        return new Placebos(
            taken.Length, asLow, Math.Max(1, Math.Max(both, Factor(2 * below))), Math.Max(1, Math.Max(both, Factor(2 * above))), Prior + told);
    }

    private double Tail(double factor) => Normal.CDF(0, 1, -factor * StudentT.InvCDF(0, 1, Freedom, 0.975));

    private static double Deviation(double rank) =>
        Math.Clamp(Normal.InvCDF(0, 1, Math.Clamp(rank, 1e-9, 1 - 1e-9)), -Farthest, Farthest);

    // Of units that follow each other, with enough before them.
    private static List<int> StartsOf(ReadOnlySpan<UnitPoint> history, int units)
    {
        var starts = new List<int>();
        for (var i = LeastBefore; i + units <= history.Length; i++)
        {
            if (history[i + units - 1].Number - history[i].Number == units - 1 && history[i].Number - history[i - LeastBefore].Number <= Recently)
            {
                starts.Add(i);
            }
        }

        return starts;
    }

    private static double[] RanksOf(LevelFit fit, ReadOnlySpan<UnitPoint> history, int units, int[] starts)
    {
        var ranks = new double[starts.Length];
        var exposures = new double[units];
        foreach (var way in fit.Ways)
        {
            var (level, next) = (Level.Unseen(way.Parameters, fit.Mean), 0);
            for (var i = 0; i < history.Length && next < starts.Length; i++)
            {
                if (starts[next] == i)
                {
                    ranks[next++] += way.Weight * RankOf(level, way, history.Slice(i, units), exposures);
                }

                level = level.Seen(history[i].Count, history[i].Exposure, way.Parameters.Size);
                level = LevelFit.After(level, history[i].Number, i + 1 < history.Length ? history[i + 1].Number : history[i].Number, way.Parameters, way.Usual);
            }
        }

        return ranks;
    }

    private static double RankOf(Level level, LevelWay way, ReadOnlySpan<UnitPoint> window, double[] exposures)
    {
        var count = 0.0;
        for (var i = 0; i < window.Length; i++)
        {
            (count, exposures[i]) = (count + window[i].Count, window[i].Exposure);
        }

        var parts = ImmutableArray.CreateBuilder<(double Weight, double Mean, double Size)>(way.Means.Length);
        Forecast.Add(parts, way with { Weight = 1 }, way.Sum(level, window[0].Number, exposures));
        return new Forecast(parts.DrainToImmutable()).Rank(count);
    }
}
