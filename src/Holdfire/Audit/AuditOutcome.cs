namespace Holdfire.Audit;

/// <summary>What an audit has to say of a claim, finer than the verdict: in place of one "unchecked", why, and what was found.</summary>
public enum AuditOutcome
{
    /// <summary>Nothing in the case can be compared with it.</summary>
    NothingToCompare,

    /// <summary>It was checked against something that could have contradicted it, and nothing does.</summary>
    Consistent,

    /// <summary>Numbers of its own side, its own parts or itself contradict it.</summary>
    Inconsistent,

    /// <summary>Another account of the same claim gives another time or another number.</summary>
    AccountsDiffer,

    /// <summary>Its parts come to more than the whole, so they overlap or one of the numbers is wrong.</summary>
    PartsExceed,

    /// <summary>Its parts come to less than the whole; the rest is not explained.</summary>
    PartsFallShort,

    /// <summary>Different things stand under one number.</summary>
    UnitsMixed,

    /// <summary>The reports of its side come to fewer, but hours without reports are among them.</summary>
    OwnReportsFewer,

    /// <summary>The reports of its side allow it, but are too open or cover too few hours to confirm it.</summary>
    PartlyCovered,

    /// <summary>It fits other totals of its side, which says nothing of how many there were.</summary>
    FitsOtherTotals,

    /// <summary>Its parts fit within it.</summary>
    PartsFit,

    /// <summary>It gives no number that could be compared.</summary>
    NoNumber,
}
