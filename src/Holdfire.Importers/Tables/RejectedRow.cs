using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>A row that was not taken, and why.</summary>
/// <param name="Line">The line of the source file on which the row starts, from 1; of a list of JSON, the number of the item.</param>
/// <param name="Column">The name of the column at fault, or blank where the row as a whole is.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was found.</param>
/// <param name="Raw">The fields of the row as read.</param>
public sealed record RejectedRow(int Line, string Column, string Expected, string Found, ImmutableArray<string> Raw)
{
    /// <summary>The file in which it stands; blank for the only one of an import.</summary>
    public string File { get; init; } = "";
}
