namespace Holdfire.Acts;

/// <summary>What kind of thing an act was aimed at. A prohibition may be on one kind alone.</summary>
public enum TargetKind : byte
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Energy generation, transmission, storage, refineries, pipelines.</summary>
    EnergyFacility,

    /// <summary>Armed forces and their works.</summary>
    Military,

    /// <summary>Homes.</summary>
    Residential,

    /// <summary>Said, and none of these.</summary>
    Other,
}
