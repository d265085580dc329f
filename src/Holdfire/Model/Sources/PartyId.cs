namespace Holdfire.Model;

/// <summary>The id of a party, mediator, guarantor or monitor, unique in a case, such as <c>AA</c>. Compared by ordinal text.</summary>
public readonly record struct PartyId(string Value) : IComparable<PartyId>
{
    /// <inheritdoc/>
    public int CompareTo(PartyId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
