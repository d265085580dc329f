namespace Holdfire.Queries;

/// <summary>Why a line cannot say whether violence changed.</summary>
public enum WhyOpen
{
    /// <summary>The interval leaves room for too much.</summary>
    TooWide,

    /// <summary>Too few units before are usable.</summary>
    TooFewBefore,

    /// <summary>Of units of the truce nothing is known, and much depends on them.</summary>
    Unwatched,

    /// <summary>Those harmed tell of another change than the events.</summary>
    CountingChanged,

    /// <summary>The change does not stand the correction for the number of lines.</summary>
    OneOfMany,

    /// <summary>It depends on how much the source reports, within what the mission thinks possible.</summary>
    Reporting,

    /// <summary>There is nothing to compare.</summary>
    NothingToCompare,
}
