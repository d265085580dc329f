using System.Collections.Immutable;

namespace Holdfire.Sources.Imports;

/// <summary>A record of a source file with its place in it.</summary>
internal sealed class SourceRow(int line, ImmutableArray<string> raw, IReadOnlyDictionary<string, int> columns)
{
    public int Line => line;

    public string this[string column] => raw[columns[column]].Trim();

    public RejectedRow Reject(string column, string expected, string found) => new(line, column, expected, found, raw);

    public ImportException Fault(string column, string expected) => new(Reject(column, expected, Shown(this[column])));

    private static string Shown(string value) => value.Length == 0 ? "nothing" : $"'{value}'";
}
