namespace Holdfire.Findings;

/// <summary>How an event lies to the terms of a truce.</summary>
public enum Placement
{
    /// <summary>At least one limit of the terms leaves it out.</summary>
    OutsideTerms,

    /// <summary>It may lie within or outside: what is said of it straddles a limit.</summary>
    CannotBePlaced,

    /// <summary>It lies within every limit of a prohibition, wherever in its bounds the truth is.</summary>
    WithinTerms,
}
