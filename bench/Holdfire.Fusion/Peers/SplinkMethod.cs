using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Fusion.Judging;

namespace Holdfire.Fusion.Peers;

/// <summary>The Splink-style model over thresholds, both ways to u.</summary>
internal sealed class SplinkMethod(bool oneToOne) : IMethod
{
    private static readonly ImmutableArray<double> Thresholds = [0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 0.9999];

    public string Name => oneToOne ? "Fellegi-Sunter in SQL, one to one" : "Fellegi-Sunter in SQL, components";

    public string? Choose(CaseInput input, Truth truth) => Sweep.Best(((bool[])[false, true]).SelectMany(fixedU => All(input, fixedU)), truth);

    public Grouping? Group(CaseInput input, string setting)
    {
        var (fixedU, threshold) = Both.Single(b => Text(b) == setting);
        using var model = new SplinkModel(input.Reports, fixedU);
        // Both variants have the same odds: once is enough.
        return Groupings.WithOwnLinks(input.Reports, model.Group(threshold, oneToOne)) with { Pairs = oneToOne ? [] : [.. model.Odds()] };
    }

    private IEnumerable<(string Setting, Grouping? Grouping)> All(CaseInput input, bool fixedU)
    {
        using var model = new SplinkModel(input.Reports, fixedU);
        foreach (var threshold in Thresholds)
        {
            yield return (Text((fixedU, threshold)), Groupings.WithOwnLinks(input.Reports, model.Group(threshold, oneToOne)));
        }
    }

    private static IEnumerable<(bool FixedU, double Threshold)> Both =>
        from fixedU in (bool[])[false, true] from threshold in Thresholds select (fixedU, threshold);

    private static string Text((bool FixedU, double Threshold) s) => string.Create(
        CultureInfo.InvariantCulture, $"u from {(s.FixedU ? "random pairs" : "blocked pairs")}, p >= {s.Threshold}");
}
