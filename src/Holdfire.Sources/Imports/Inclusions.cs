using CsvHelper;

namespace Holdfire.Sources.Imports;

/// <summary>Which bulletins are counted again in which: a table of what is certain, never a guess.</summary>
internal static class Inclusions
{
    private static readonly Lazy<ILookup<string, string>> Table = new(Read);

    /// <summary>The bulletins that already include this one, separated by <c>;</c>.</summary>
    public static string Of(string bulletin) => string.Join(';', Table.Value[bulletin].Order(StringComparer.Ordinal));

    private static ILookup<string, string> Read()
    {
        using var stream = typeof(Inclusions).Assembly.GetManifestResourceStream("ru-mod-inclusions.csv")
            ?? throw new InvalidOperationException("ru-mod-inclusions.csv is not embedded");
        using var csv = CsvReader.Create(stream);
        var pairs = new List<(string Bulletin, string In)>();
        csv.ReadHeader();
        while (csv.Read())
        {
            pairs.Add((csv.GetString("bulletin"), csv.GetString("included_in")));
        }

        return pairs.ToLookup(p => p.Bulletin, p => p.In, StringComparer.Ordinal);
    }
}
