using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>The reports that a case holds already, as texts by id.</summary>
internal sealed class HeldRows
{
    private readonly RowStore store = new();
    private readonly Dictionary<string, long> places = new(StringComparer.Ordinal);

    /// <summary>These rows, fields in the order of the imported row's header.</summary>
    public HeldRows(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            if (!places.ContainsKey(row[0]))
            {
                places[row[0]] = store.Add(row);
            }
        }
    }

    /// <summary>All rows of the report files of a folder.</summary>
    public static HeldRows OfFolder(string caseFolder) => new(FilesOf(caseFolder).SelectMany(CsvFiles.Rows));

    /// <summary>The report files of a folder in their order.</summary>
    public static ImmutableArray<string> FilesOf(string caseFolder)
    {
        var reports = Path.Combine(caseFolder, "reports");
        return Directory.Exists(reports) ? [.. Directory.EnumerateFiles(reports, "*.csv").Order(StringComparer.Ordinal)] : [];
    }

    public bool Has(string id) => places.ContainsKey(id);

    /// <summary>The row of an id, or null.</summary>
    public string[]? Find(string id) => places.TryGetValue(id, out var at) ? store.Read(at) : null;
}
