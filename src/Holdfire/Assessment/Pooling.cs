using System.Collections.Immutable;
using Holdfire.Model;
using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>Averages ratios over recurring truces, over sources of one side, and over acts (random effects).</summary>
/// <remarks>
/// The spread of the true ratios by DerSimonian and Laird (1986), the interval by Hartung and Knapp (2001), never narrower
/// than without their factor; that of another one by Higgins, Thompson and Spiegelhalter (2009). A source that passes on
/// the words of another is that other, and counts once.
/// </remarks>
public static class Pooling
{
    private const int Fewest = 3;
    private const double Two = 1.959963984540054;

    /// <summary>All averages of three lines or more of a case.</summary>
    /// <param name="truces">The truces.</param>
    /// <param name="sources">The sources of the case.</param>
    public static ImmutableArray<PooledChange> Of(ImmutableArray<TruceAssessment> truces, ImmutableArray<Source> sources)
    {
        var known = sources.ToDictionary(s => s.Id);
        var lines = truces.SelectMany(t => t.Lines.Where(l => l is { Verdict: not null, Expected: > 0, Ratio.High: not null })
            .Select(l => (Truce: t.Truce.Id, Line: l, Source: known[l.Source]))).ToList();
        return
        [
            .. lines.GroupBy(l => (l.Line.Source, l.Line.Act, l.Line.AllegedActor)).Select(g => Average("truces", [.. g])).OfType<PooledChange>(),
            .. lines.GroupBy(l => (l.Truce, l.Line.Prohibition.Id, l.Line.Act, l.Line.AllegedActor, l.Source.Party))
                .Select(g => Average("sources", [.. g.DistinctBy(l => l.Source.Relays ?? l.Source.Id)])).OfType<PooledChange>(),
            .. lines.GroupBy(l => (l.Truce, l.Line.Prohibition.Id, l.Line.Source, l.Line.AllegedActor))
                .Select(g => Average("acts", [.. g.Where(l => !g.Any(o => o.Line.Act != l.Line.Act && l.Line.Act.Contains(o.Line.Act)))])).OfType<PooledChange>(),
        ];
    }

    private static PooledChange? Average(string over, ImmutableArray<(TruceId Truce, AssessmentLine Line, Source Source)> lines)
    {
        if (lines.Length < Fewest)
        {
            return null;
        }

        var (size, error, spread) = Fit([.. lines.Select(l => Measured(l.Line))]);
        var (own, next) = (StudentT.InvCDF(0, 1, lines.Length - 1, 0.975) * error, StudentT.InvCDF(0, 1, lines.Length - 2, 0.975) * Math.Sqrt((spread * spread) + (error * error)));
        return new PooledChange(
            over, [.. lines.Select(l => l.Truce).Distinct()], [.. lines.Select(l => l.Line.Source).Distinct()], [.. lines.Select(l => l.Line.Act).Distinct()],
            lines[0].Line.AllegedActor, Math.Exp(size), new RatioInterval(Math.Exp(size - own), Math.Exp(size + own)),
            new RatioInterval(Math.Exp(size - next), Math.Exp(size + next)), spread);
    }

    // The logarithm of a ratio and its error, from the high end; of none counted, half a one.
    private static (double Size, double Error) Measured(AssessmentLine line)
    {
        var size = Math.Log(Math.Max(line.ExpectedRatio!.Value, 0.5 / line.Expected!.Value));
        return (size, Math.Max(0.01, (Math.Log(line.Ratio!.Value.High!.Value) - size) / Two));
    }

    /// <summary>The average, its error and the spread of the true values.</summary>
    internal static (double Size, double Error, double Spread) Fit(ImmutableArray<(double Size, double Error)> values)
    {
        double[] plain = [.. values.Select(v => 1 / (v.Error * v.Error))];
        var mean = plain.Zip(values, (w, v) => w * v.Size).Sum() / plain.Sum();
        var q = plain.Zip(values, (w, v) => w * (v.Size - mean) * (v.Size - mean)).Sum();
        var square = Math.Max(0, (q - values.Length + 1) / (plain.Sum() - (plain.Sum(w => w * w) / plain.Sum())));
        double[] weights = [.. values.Select(v => 1 / ((v.Error * v.Error) + square))];
        var size = weights.Zip(values, (w, v) => w * v.Size).Sum() / weights.Sum();
        var factor = Math.Max(1, weights.Zip(values, (w, v) => w * (v.Size - size) * (v.Size - size)).Sum() / (values.Length - 1));
        return (size, Math.Sqrt(factor / weights.Sum()), Math.Sqrt(square));
    }
}
