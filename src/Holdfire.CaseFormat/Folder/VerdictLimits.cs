using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Record;

namespace Holdfire.CaseFormat;

/// <summary>Reads the limits of the verdicts from a YAML file, so that a mission can set its own.</summary>
public static class VerdictLimits
{
    private const double GreatestRatio = 100;
    private const double MostDays = 3660;

    private static readonly KeyTable Keys = new KeyTable().Texts(
        "held_below largely_held_below reduced_below worse_above equivalent_within detectable_at_least minimum_baseline_days");

    /// <summary>The table in the text of a file, keys left out as in the default one; or null and every error.</summary>
    public static (VerdictTable? Table, ImmutableArray<Error> Errors) Read(string path, string content)
    {
        var errors = new ErrorList();
        var file = Path.GetFileName(path);
        if (YamlTree.Read(file, content.TrimStart('\uFEFF'), errors) is not { } root || MapReader.Of(root, Keys, errors) is not { } map)
        {
            if (errors.Count == 0)
            {
                errors.Add(new Spot(file, 1, 1), "a map of limits", "nothing");
            }

            return (null, errors.Sorted());
        }

        double Ratio(string key, double otherwise) => map.Decimal(key, 0, GreatestRatio) ?? otherwise;
        // A limit of the first method: files that have it are read, and no verdict depends on it.
        _ = map.Decimal("detectable_at_least", 0, 1);
        var usual = new VerdictTable();
        var table = new VerdictTable(
            Ratio("held_below", usual.HeldBelow), Ratio("largely_held_below", usual.LargelyHeldBelow),
            Ratio("reduced_below", usual.ReducedBelow), Ratio("worse_above", usual.WorseAbove),
            map.Decimal("equivalent_within", 1, GreatestRatio) ?? usual.EquivalentWithin,
            map.Decimal("minimum_baseline_days", 1, MostDays) ?? usual.MinimumBaselineDays);
        if (errors.Count == 0 && !(table.HeldBelow <= table.LargelyHeldBelow && table.LargelyHeldBelow <= table.ReducedBelow
            && table.ReducedBelow <= table.WorseAbove))
        {
            errors.Add(
                map.Start, "held_below <= largely_held_below <= reduced_below <= worse_above",
                FormattableString.Invariant($"{table.HeldBelow}, {table.LargelyHeldBelow}, {table.ReducedBelow}, {table.WorseAbove}"));
        }

        return errors.Count == 0 ? (table, []) : (null, errors.Sorted());
    }
}
