namespace Holdfire.Model;

/// <summary>The id of a truce, unique in a case. Compared by ordinal text.</summary>
public readonly record struct TruceId(string Value) : IComparable<TruceId>
{
    /// <inheritdoc/>
    public int CompareTo(TruceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
