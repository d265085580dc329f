using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Which list of an answer's JSON gives the rows of its CSV, and which values the columns.</summary>
/// <param name="Rows">
/// The keys that lead to the list, such as <c>truces.lines</c>: one row for each item of the last list, and one for an item
/// above whose list is empty.
/// </param>
/// <param name="Columns">
/// The path of each column's value from the row: keys parted by dots, with a <c>^</c> in front for each object further out.
/// The column is named after its keys, parted by underscores, or by what stands before a <c>=</c>.
/// </param>
public sealed record CsvShape(string Rows, ImmutableArray<string> Columns)
{
    /// <summary>The same with a column for a value of the whole answer.</summary>
    public CsvShape With(string key) => this with { Columns = Columns.Add(new string('^', Rows.Split('.').Length) + key) };
}
