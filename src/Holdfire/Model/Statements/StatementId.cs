namespace Holdfire.Model;

/// <summary>The id of a statement, unique in a case, such as <c>S01</c>. Compared by ordinal text.</summary>
public readonly record struct StatementId(string Value) : IComparable<StatementId>
{
    /// <inheritdoc/>
    public int CompareTo(StatementId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
