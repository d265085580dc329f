using Holdfire.Time;
using MathNet.Numerics;
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

        return silent == 0 ? null : new Silence(units, silent, periods.Counted, periods.Silent, ChanceOf(units, silent, periods.Counted, periods.Silent));
    }

    /// <summary>How often so many units or more would be silent, as far as those before tell: the share of silent ones is not known but found.</summary>
    /// <remarks>
    /// A beta-binomial tail. Of the share it is known that <paramref name="silentBefore"/> of <paramref name="before"/> units were silent, so
    /// it is Beta(silentBefore + ½, before − silentBefore + ½) (Jeffreys); all three of three come by chance (s+½)(s+1½)(s+2½) / ((n+1)(n+2)(n+3)) times.
    /// </remarks>
    internal static double ChanceOf(int units, int silent, int before, int silentBefore)
    {
        var (a, b) = (silentBefore + 0.5, before - silentBefore + 0.5);
        var chance = 0.0;
        for (var k = silent; k <= units; k++)
        {
            chance += Math.Exp(SpecialFunctions.BinomialLn(units, k) + SpecialFunctions.BetaLn(k + a, units - k + b) - SpecialFunctions.BetaLn(a, b));
        }

        return Math.Min(1, chance);
    }
}
