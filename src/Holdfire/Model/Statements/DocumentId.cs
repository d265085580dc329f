namespace Holdfire.Model;

/// <summary>The id of a document, unique in a case. Compared by ordinal text.</summary>
public readonly record struct DocumentId(string Value) : IComparable<DocumentId>
{
    /// <inheritdoc/>
    public int CompareTo(DocumentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
