using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>What a query gives: the answer, and how a reader sees it.</summary>
/// <param name="Answer">The whole answer.</param>
/// <param name="Table">Makes the table of it for a reader.</param>
public sealed record QueryResult(QueryAnswer Answer, Func<AnswerTable> Table)
{
    /// <summary>What a reader is told in place of a table without rows.</summary>
    public string Nothing { get; init; } = "Nothing to show: no row fits what was asked.";

    /// <summary>Makes a text that a reader gets in place of the table and the lines around it; null where there is a table.</summary>
    public Func<string>? InPlaceOfTable { get; init; }

    /// <summary>Makes the lines above the table: what a reader needs first.</summary>
    public Func<IEnumerable<string>> Lead { get; init; } = static () => [];

    /// <summary>Makes the lines under the table.</summary>
    public Func<IEnumerable<string>> Notes { get; init; } = static () => [];

    /// <summary>Which rows of the answer its CSV has; null takes all values of its first list of objects.</summary>
    public CsvShape? Csv { get; init; }

    /// <summary>Makes the other forms of it, by name: <c>geojson</c>.</summary>
    public ImmutableDictionary<string, Func<string>> OtherForms { get; init; } = ImmutableDictionary<string, Func<string>>.Empty;

    /// <summary>Makes a text that is printed in place of the answer, where an option asks for one; else null.</summary>
    public Func<string>? Instead { get; init; }

    /// <summary>Whether all that was asked about is in order; where it is not, a command ends with the exit code of bad input.</summary>
    public bool InOrder { get; init; } = true;
}
