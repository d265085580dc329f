using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>Names of places in the source files as codes: a table of the formats' own names, then the gazetteer.</summary>
internal static class PlaceNames
{
    /// <summary>The ministry's name for all that it speaks of.</summary>
    public const string RuModArea = "outside the zone of the special military operation";

    private static readonly Dictionary<string, string[]> Special = new(StringComparer.Ordinal)
    {
        ["Moscow region (city and oblast)"] = ["RU-MOW", "RU-MOS"],
        ["Crimea (occupied)"] = ["UA-43", "UA-40"],
        [RuModArea] = ["X-RU-MOD"],
        ["south"] = ["X-UA-SOUTH"],
        ["Odesa"] = ["UA-51"],
        ["Sumy"] = ["UA-59"],
        ["Dnipro"] = ["UA-12"],
        ["Kryvyi Rih"] = ["UA-12"],
        ["Kharkiv"] = ["UA-63"],
    };

    public static string Codes(SourceRow row, string column, IEnumerable<string> names, Gazetteer places) =>
        string.Join(';', names.SelectMany(n => One(row, column, n, places)).Distinct(StringComparer.Ordinal));

    private static string[] One(SourceRow row, string column, string name, Gazetteer places)
    {
        var shown = name.Length > 100 ? name[..100] : name;
        if (Special.TryGetValue(name, out var codes))
        {
            return codes.FirstOrDefault(c => places.Find(new AreaCode(c)) is null) is { } unknown
                ? throw new ImportException(row.Reject(column, $"a case that knows the place {unknown}", $"'{shown}'"))
                : codes;
        }

        return places.FindByName(shown) is { } area
            ? [area.Code.Value]
            : throw new ImportException(row.Reject(
                column, $"a known place, such as {string.Join(", ", places.Nearest(shown))}", $"'{name}'"));
    }
}
