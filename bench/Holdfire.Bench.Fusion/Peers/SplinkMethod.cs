using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>The Splink-style model over thresholds, all ways to u.</summary>
internal sealed class SplinkMethod(bool oneToOne) : IMethod
{
    private static readonly ImmutableArray<double> Thresholds = [0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 0.9999];

    public string Name => oneToOne ? "Fellegi-Sunter in SQL, one to one" : "Fellegi-Sunter in SQL, components";

    public string? Choose(CaseInput input, Truth truth) => Sweep.Best(Enum.GetValues<UEstimate>().SelectMany(u => All(input, u)), truth);

    public Grouping? Group(CaseInput input, string setting)
    {
        var (estimate, threshold) = Both.Single(b => Text(b) == setting);
        using var model = new SplinkModel(input.Reports, estimate);
        // Both variants have the same odds: once is enough.
        return Groupings.WithOwnLinks(input.Reports, model.Group(threshold, oneToOne)) with { Pairs = oneToOne ? [] : [.. model.Odds()] };
    }

    private IEnumerable<(string Setting, Grouping? Grouping)> All(CaseInput input, UEstimate estimate)
    {
        using var model = new SplinkModel(input.Reports, estimate);
        foreach (var threshold in Thresholds)
        {
            yield return (Text((estimate, threshold)), Groupings.WithOwnLinks(input.Reports, model.Group(threshold, oneToOne)));
        }
    }

    private static IEnumerable<(UEstimate Estimate, double Threshold)> Both =>
        from estimate in Enum.GetValues<UEstimate>() from threshold in Thresholds select (estimate, threshold);

    private static string Text((UEstimate Estimate, double Threshold) s)
    {
        var from = s.Estimate switch { UEstimate.Random => "random pairs", UEstimate.Compared => "compared pairs", _ => "EM" };
        return string.Create(CultureInfo.InvariantCulture, $"u from {from}, p >= {s.Threshold}");
    }
}
