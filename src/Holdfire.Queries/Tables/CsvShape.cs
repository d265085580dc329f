using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Which list of an answer's JSON gives the rows of its CSV, and which values the columns.</summary>
/// <param name="Rows">
/// The keys that lead to the list, such as <c>truces.lines</c>: one row for each item of the last list, and one for an item
/// above whose list is empty. Empty for one row, the answer itself.
/// </param>
/// <param name="Columns">
/// The path of each column's value from the row: keys parted by dots, with a <c>^</c> in front for each object further out.
/// The column is named after its keys, parted by underscores, or by what stands before a <c>=</c>.
/// </param>
public sealed record CsvShape(string Rows, ImmutableArray<string> Columns)
{
    /// <summary>The key of a second list of like objects, whose rows follow where the answer has it; empty for none.</summary>
    public string Also { get; init; } = "";

    /// <summary>The same with a column for a value of the whole answer.</summary>
    public CsvShape With(string key) => this with { Columns = Columns.Add(new string('^', Rows.Length == 0 ? 0 : Rows.Split('.').Length) + key) };

    /// <summary>The same columns for an answer that has one of these objects under a key, in place of a list of them.</summary>
    public CsvShape OfOne(string key) => new("", [.. Columns.Select(c => Within(key, c))]);

    private static string Within(string key, string column)
    {
        var at = column.IndexOf('=', StringComparison.Ordinal);
        var (name, path) = at > 0 ? (column[..at], column[(at + 1)..]) : (column.TrimStart('^').Replace('.', '_'), column);
        return path.StartsWith('^') ? $"{name}={path[1..]}" : $"{name}={key}.{path}";
    }
}
