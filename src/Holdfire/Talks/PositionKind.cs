namespace Holdfire.Talks;

/// <summary>How a party stands to an item by one entry.</summary>
public enum PositionKind
{
    /// <summary>Offers it.</summary>
    Offers,

    /// <summary>Demands it of others.</summary>
    Demands,

    /// <summary>Accepts it.</summary>
    Accepts,

    /// <summary>Accepts it under conditions.</summary>
    AcceptsConditionally,

    /// <summary>Rejects it.</summary>
    Rejects,

    /// <summary>Puts another proposal in its place.</summary>
    Counters,

    /// <summary>Says nothing to it.</summary>
    Ignores,

    /// <summary>Requires it for something else.</summary>
    Requires,

    /// <summary>Makes it depend on something else.</summary>
    MakesConditional,

    /// <summary>Says that it sets no condition for it.</summary>
    SaysUnconditional,

    /// <summary>Holds it out or threatens it as a consequence.</summary>
    HoldsOut,
}
