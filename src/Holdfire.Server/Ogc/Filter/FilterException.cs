namespace Holdfire.Server.Ogc.Filter;

/// <summary>A filter cannot be read. The message says where, what was expected and what was found.</summary>
internal sealed class FilterException(string message) : Exception(message)
{
    /// <summary>At a place of the text.</summary>
    public static FilterException At(int position, string expected, string found) =>
        new(FormattableString.Invariant($"at character {position + 1}: expected {expected}, found {found}"));
}
