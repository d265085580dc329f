namespace Holdfire.Time;

/// <summary>How exactly a source gave a time. The order is from finest to coarsest.</summary>
public enum TimePrecision
{
    /// <summary>Clock times to the minute.</summary>
    Minute,

    /// <summary>A clock time given as "about": thirty minutes either way.</summary>
    Hour,

    /// <summary>A part of a civil day without clock times, such as "overnight".</summary>
    PartOfDay,

    /// <summary>Whole civil days in the zone given.</summary>
    Day,

    /// <summary>Some time in a span: of no instant of it is it certain that the source was looking.</summary>
    Within,

    /// <summary>A start with no end ("after 18.40"): it ends no later than it was published.</summary>
    OpenEnd,

    /// <summary>No time was given.</summary>
    Unknown,
}
