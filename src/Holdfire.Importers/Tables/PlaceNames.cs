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

    /// <summary>The codes of all the names; null, and noted, where one of them is not known: a number for all of them lies in no part of them.</summary>
    public static string? Codes(string column, IEnumerable<string> names, ImportContext context)
    {
        var codes = new List<string>();
        var isWhole = true;
        foreach (var name in names)
        {
            var found = One(name, context);
            isWhole &= found.Length > 0;
            codes.AddRange(found);
            if (found.Length == 0)
            {
                context.Notes.Unknown($"{column} '{name}'", "no area of the case is named so; what is said of it alone is left out and the rest stays; name it under areas: in the map");
            }
        }

        return isWhole ? string.Join(';', codes.Distinct(StringComparer.Ordinal)) : null;
    }

    private static string[] One(string name, ImportContext context) =>
        Special.TryGetValue(name, out var codes) && codes.All(c => context.Places.Find(new AreaCode(c)) is not null) ? codes
            : PlaceText.CodesOf(name, context) is { Length: > 0 } known ? known.Split(';') : [];
}
