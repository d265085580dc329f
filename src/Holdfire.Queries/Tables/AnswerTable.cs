using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>Rows under a header, for a reader.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The rows, each as long as the header; a cell may have several lines.</param>
public sealed record AnswerTable(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table without the columns that are empty in all rows.</summary>
    public AnswerTable WithoutEmptyColumns()
    {
        ImmutableArray<int> kept = [.. Enumerable.Range(0, Header.Length).Where(c => Rows.IsEmpty || Rows.Any(r => r[c].Length > 0))];
        return new AnswerTable([.. kept.Select(c => Header[c])], [.. Rows.Select(r => (ImmutableArray<string>)[.. kept.Select(c => r[c])])]);
    }
}
