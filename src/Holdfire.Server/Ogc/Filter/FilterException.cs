using Holdfire.Record;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>A filter cannot be read.</summary>
/// <param name="where">Where in the filter, or empty.</param>
/// <param name="expected">What was expected there.</param>
/// <param name="found">What was found there.</param>
internal sealed class FilterException(string where, string expected, string found) : Exception(expected)
{
    /// <summary>What is wrong.</summary>
    public Error Error { get; } = new(QueryErrorCodes.BadForm, where, expected, found);

    /// <summary>At a place of the text.</summary>
    public static FilterException At(int position, string expected, string found) =>
        new(FormattableString.Invariant($"at character {position + 1}"), expected, found);
}
