namespace Holdfire.Acts;

/// <summary>A dotted code of the hierarchical list of acts; it holds all codes below it, and <c>violation</c> holds attacks as well.</summary>
public readonly record struct ActCode(string Value) : IComparable<ActCode>
{
    private const string AboveAttacks = "violation", Attacks = "attack";

    /// <summary>Whether the other is this act or one below it.</summary>
    public bool Contains(ActCode other) => Holds(Value, other.Value) || (Value == AboveAttacks && Holds(Attacks, other.Value));

    /// <summary>Whether nothing can be both.</summary>
    public bool IsDisjointFrom(ActCode other) => !Contains(other) && !other.Contains(this);

    /// <inheritdoc/>
    public int CompareTo(ActCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool Holds(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '.');
}
