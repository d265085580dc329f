namespace Holdfire.Model;

/// <summary>The code of a kind of item, such as <c>truce</c>. Compared by ordinal text.</summary>
public readonly record struct ItemKindCode(string Value) : IComparable<ItemKindCode>
{
    /// <inheritdoc/>
    public int CompareTo(ItemKindCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
