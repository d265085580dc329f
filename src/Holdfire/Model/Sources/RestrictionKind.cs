namespace Holdfire.Model;

/// <summary>Why a source could not look.</summary>
public enum RestrictionKind : byte
{
    /// <summary>Its people were kept from going on.</summary>
    Movement,

    /// <summary>Its people were not let in at all.</summary>
    Access,

    /// <summary>A camera, radar or other device did not work or was jammed.</summary>
    Sensor,

    /// <summary>Weather or light kept it from seeing.</summary>
    Weather,

    /// <summary>Its people stayed away from danger.</summary>
    Security,

    /// <summary>Said, and none of these.</summary>
    Other,
}
