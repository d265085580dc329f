namespace Holdfire.Acts;

/// <summary>A dotted code of the hierarchical list of acts; it holds all codes below it.</summary>
public readonly record struct ActCode(string Value) : IComparable<ActCode>
{
    /// <summary>Whether the other is this act or one below it.</summary>
    public bool Contains(ActCode other) =>
        other.Value.StartsWith(Value, StringComparison.Ordinal) &&
        (other.Value.Length == Value.Length || other.Value[Value.Length] == '.');

    /// <summary>Whether nothing can be both.</summary>
    public bool IsDisjointFrom(ActCode other) => !Contains(other) && !other.Contains(this);

    /// <inheritdoc/>
    public int CompareTo(ActCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
