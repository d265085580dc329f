using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>A record of a source file with its place in it.</summary>
internal sealed class SourceRow(int line, ImmutableArray<string> raw, IReadOnlyDictionary<string, int> columns)
{
    public int Line => line;

    public string this[string column] => raw[columns[column]].Trim();

    public RejectedRow Reject(string column, string expected, string found) => new(line, column, expected, found, raw);

    /// <summary>Ends the reading where a field was not UTF-8: the name of a place may be what was lost.</summary>
    public void CheckUtf8()
    {
        foreach (var (column, _) in columns.Where(c => raw[c.Value].Contains('\uFFFD', StringComparison.Ordinal)).OrderBy(c => c.Value))
        {
            throw Fault(column, "UTF-8");
        }
    }

    public ImportException Fault(string column, string expected) => new(Reject(column, expected, Shown(this[column])));

    private static string Shown(string value) => value.Length == 0 ? "nothing" : $"'{value}'";
}
