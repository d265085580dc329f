namespace Holdfire.Model;

/// <summary>The id of something that is talked about, unique in a case. Compared by ordinal text.</summary>
public readonly record struct ItemId(string Value) : IComparable<ItemId>
{
    /// <inheritdoc/>
    public int CompareTo(ItemId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
