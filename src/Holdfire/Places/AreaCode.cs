namespace Holdfire.Places;

/// <summary>The code of an area: ISO 3166-2 for regions, ISO 3166-1 for states, a code of the gazetteer or case else.</summary>
public readonly record struct AreaCode(string Value) : IComparable<AreaCode>
{
    /// <summary>Whether a standard gives it; <c>X-</c> marks what none does.</summary>
    public bool IsStandard => !Value.StartsWith("X-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(AreaCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
