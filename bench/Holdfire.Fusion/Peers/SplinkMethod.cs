using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Fusion.Judging;

namespace Holdfire.Fusion.Peers;

/// <summary>The Splink-style model over thresholds, both ways to u.</summary>
internal sealed class SplinkMethod(bool oneToOne) : IMethod
{
    private static readonly ImmutableArray<double> Thresholds = [0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999, 0.9999];

    public string Name => oneToOne ? "Fellegi-Sunter in SQL, one to one" : "Fellegi-Sunter in SQL, components";

    public ImmutableArray<string> Settings =>
        [.. from fixedU in (bool[])[false, true] from t in Thresholds select Text(fixedU, t)];

    public IEnumerable<(string Setting, Grouping? Grouping)> Group(CaseInput input, ImmutableArray<string> settings)
    {
        foreach (var fixedU in (bool[])[false, true])
        {
            if (!Thresholds.Any(t => settings.Contains(Text(fixedU, t))))
            {
                continue;
            }

            using var model = new SplinkModel(input.Reports, fixedU);
            // Both variants have the same odds: once is enough.
            var odds = oneToOne ? [] : model.Odds().ToImmutableArray();
            foreach (var threshold in Thresholds.Where(t => settings.Contains(Text(fixedU, t))))
            {
                yield return (Text(fixedU, threshold), Groupings.WithOwnLinks(input.Reports, model.Group(threshold, oneToOne)) with { Pairs = odds });
            }
        }
    }

    private static string Text(bool fixedU, double threshold) => string.Create(
        CultureInfo.InvariantCulture, $"u from {(fixedU ? "random pairs" : "blocked pairs")}, p >= {threshold}");
}
