using CsvHelper;

namespace Holdfire.Importers;

/// <summary>What is certain of single bulletins and stands in no column of the layout: tables, never a guess.</summary>
internal static class Hints
{
    private static readonly Lazy<ILookup<string, string>> Inclusions = new(() => Read("ru-mod-inclusions.csv", "included_in"));
    private static readonly Lazy<ILookup<string, string>> Targets = new(() => Read("ru-mod-targets.csv", "target"));

    /// <summary>The bulletins that already include this one, separated by <c>;</c>.</summary>
    public static string IncludedIn(string bulletin) => string.Join(';', Inclusions.Value[bulletin].Order(StringComparer.Ordinal));

    /// <summary>The kind of target that the bulletin names, or blank.</summary>
    public static string Target(string bulletin) => Targets.Value[bulletin].FirstOrDefault("");

    private static ILookup<string, string> Read(string resource, string column)
    {
        using var stream = typeof(Hints).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded");
        using var csv = CsvReader.Create(stream);
        var pairs = new List<(string Bulletin, string Value)>();
        csv.ReadHeader();
        while (csv.Read())
        {
            pairs.Add((csv.GetString("bulletin"), csv.GetString(column)));
        }

        return pairs.ToLookup(p => p.Bulletin, p => p.Value, StringComparer.Ordinal);
    }
}
