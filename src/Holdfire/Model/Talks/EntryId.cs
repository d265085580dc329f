namespace Holdfire.Model;

/// <summary>
/// The id of an entry of the talks (proposal, response, precondition, …), unique among all entries of a case. Compared by ordinal text.
/// </summary>
public readonly record struct EntryId(string Value) : IComparable<EntryId>
{
    /// <inheritdoc/>
    public int CompareTo(EntryId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
