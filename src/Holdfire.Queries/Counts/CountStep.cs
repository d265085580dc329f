namespace Holdfire.Queries;

/// <summary>How a span of days is parted into windows that are counted one by one.</summary>
public enum CountStep
{
    /// <summary>Each civil day.</summary>
    Day,

    /// <summary>Seven days from the first one on, and so on; the last may be shorter.</summary>
    Week,

    /// <summary>From each start or end of a truce for anyone to the next.</summary>
    Phase,

    /// <summary>All of it as one window.</summary>
    Total,
}
