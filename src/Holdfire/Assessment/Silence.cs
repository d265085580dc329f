using MathNet.Numerics.Distributions;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>How silent a source that reports by the unit was during a truce.</summary>
/// <param name="Units">Units of which most of the usual hours lie in the truce.</param>
/// <param name="Silent">Those in whose hours of the truce nothing is claimed and nobody is known to have looked.</param>
/// <param name="UnitsBefore">Units before.</param>
/// <param name="SilentBefore">Those that were silent.</param>
/// <param name="Chance">How often so many or more would be silent by chance, were the source as before.</param>
public sealed record Silence(int Units, int Silent, int UnitsBefore, int SilentBefore, double Chance)
{
    /// <summary>Below this the silence is no chance.</summary>
    public const double Unlikely = 0.025;

    /// <summary>Whether the silence is no chance.</summary>
    public bool IsTelling => Chance < Unlikely;

    /// <summary>The silence of a truce; null where the source is not regular or no unit was silent.</summary>
    internal static Silence? Of(UnitSeries series, UnitPeriods periods, LineSpec spec, Interval? during)
    {
        if (!periods.IsRegular || during is not { } truce)
        {
            return null;
        }

        var (units, silent) = (0, 0);
        for (var i = 0; i < series.Count; i++)
        {
            var usual = series.Grid.Usual(series.First + i);
            if (!truce.Contains(usual.Start + (usual.Duration / 2)) || series.IsGap[i])
            {
                continue;
            }

            units++;
            var within = Intervals.Intersect(series.Windows[i], truce)!.Value;
            var isQuiet = series.Most[i] == 0 || (within != series.Windows[i] && !spec.Counted.Any(c => c.Window.Touches(within)));
            silent += isQuiet && !(series.IsUsable(i) && series.Claims[i] == 0) ? 1 : 0;
        }

        // P(X >= silent) of a binomial count: the share was found, with half a unit's doubt.
        var chance = silent == 0 ? 1 : Beta.CDF(silent, units - silent + 1, periods.SilentShare);
        return silent == 0 ? null : new Silence(units, silent, periods.Counted, periods.Silent, chance);
    }
}
