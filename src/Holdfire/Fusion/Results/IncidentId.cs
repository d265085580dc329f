using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>The id of an incident: <c>I-</c> and the least id of its reports, so that it stays where later reports join.</summary>
public readonly record struct IncidentId(string Value) : IComparable<IncidentId>
{
    /// <summary>The id of the incident whose first report this is.</summary>
    public static IncidentId Of(ReportId first) => new("I-" + first.Value);

    /// <inheritdoc/>
    public int CompareTo(IncidentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
