namespace Holdfire.Model;

/// <summary>What a sensor or an alert system shows.</summary>
public enum DetectionKind : byte
{
    /// <summary>Heat seen from above; a fire, a factory and an explosion look alike.</summary>
    Heat,

    /// <summary>An alert or siren was on. It says that somebody warned, not that anything came.</summary>
    Alert,

    /// <summary>A track or object on a radar.</summary>
    Radar,

    /// <summary>A tremor of the ground.</summary>
    Seismic,

    /// <summary>A sound on a device.</summary>
    Acoustic,

    /// <summary>Something on an image from above.</summary>
    Imagery,

    /// <summary>Navigation or radio signals disturbed.</summary>
    Interference,

    /// <summary>Weather.</summary>
    Weather,

    /// <summary>Said, and none of these.</summary>
    Other,
}
