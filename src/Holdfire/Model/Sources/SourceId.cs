namespace Holdfire.Model;

/// <summary>The id of a source, unique in a case. Compared by ordinal text.</summary>
public readonly record struct SourceId(string Value) : IComparable<SourceId>
{
    /// <inheritdoc/>
    public int CompareTo(SourceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
