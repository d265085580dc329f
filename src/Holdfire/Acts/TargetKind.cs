namespace Holdfire.Acts;

/// <summary>What kind of thing an act was aimed at: a dotted code that holds all codes below it. A prohibition may be on one kind alone.</summary>
/// <remarks>The default is <see cref="Unknown"/>. The built-in codes are in <see cref="TargetList"/>; a case may add its own below them.</remarks>
public readonly record struct TargetKind : IComparable<TargetKind>
{
    private const string NotSaid = "unknown";
    private readonly string? code;

    /// <summary>The kind of a code.</summary>
    public TargetKind(string code) => this.code = code == NotSaid ? null : code;

    /// <summary>Not said; never read as <see cref="Other"/>.</summary>
    public static TargetKind Unknown => default;

    /// <summary>Energy generation, transmission, storage, refineries, pipelines.</summary>
    public static TargetKind EnergyFacility { get; } = new("energy_facility");

    /// <summary>Armed forces and their works.</summary>
    public static TargetKind Military { get; } = new("military");

    /// <summary>Homes.</summary>
    public static TargetKind Residential { get; } = new("residential");

    /// <summary>Said, and none that its writer had a code for.</summary>
    public static TargetKind Other { get; } = new("other");

    /// <summary>The code, such as <c>energy_facility</c>.</summary>
    public string Value => code ?? NotSaid;

    /// <summary>Whether the other is this kind or one below it.</summary>
    public bool Contains(TargetKind other) => this == other || new ActCode(Value).Contains(new ActCode(other.Value));

    /// <summary>Whether something said to be of this kind may be of the other.</summary>
    /// <remarks>
    /// What is not said may be anything. "Other" is wider than it looks: who wrote it may have had no code for the kind, so it excludes
    /// only energy facilities, armed forces and homes, which every list has had.
    /// </remarks>
    public bool MayBe(TargetKind kind) =>
        this == Unknown || kind == Unknown || kind.Contains(this) || Contains(kind) ||
        (this == Other && !EnergyFacility.Contains(kind) && !Military.Contains(kind) && !Residential.Contains(kind));

    /// <inheritdoc/>
    public int CompareTo(TargetKind other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
