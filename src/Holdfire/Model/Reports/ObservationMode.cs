namespace Holdfire.Model;

/// <summary>How the source knows what it reports, by its own account.</summary>
public enum ObservationMode : byte
{
    /// <summary>It says so and does not say how it knows.</summary>
    Claimed,

    /// <summary>Its own people heard it.</summary>
    Heard,

    /// <summary>Its own people saw it.</summary>
    Saw,

    /// <summary>A camera, radar or other device recorded it.</summary>
    Recorded,

    /// <summary>Its own people examined the place afterwards.</summary>
    OnSite,

    /// <summary>Others told it what they had seen or heard.</summary>
    Told,
}
