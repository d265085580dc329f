namespace Holdfire.Model;

/// <summary>The id of a report, unique in a case. Compared by ordinal text.</summary>
public readonly record struct ReportId(string Value) : IComparable<ReportId>
{
    /// <inheritdoc/>
    public int CompareTo(ReportId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
