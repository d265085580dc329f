namespace Holdfire.Findings;

/// <summary>What bears an alleged event out, from least to most. The rules that reach each are in docs/findings.md.</summary>
/// <remarks>"Disputed" is no stronger than "alleged": it says that a denial is on record, too.</remarks>
public enum StandardOfProof
{
    /// <summary>Every report of it was withdrawn or corrected by its source.</summary>
    Withdrawn,

    /// <summary>Someone says so.</summary>
    Alleged,

    /// <summary>Someone says so, and someone denies it.</summary>
    Disputed,

    /// <summary>Sources that do not depend on each other, or one against its own interest, or a device, bear it out.</summary>
    Corroborated,

    /// <summary>A monitor's own examination, or a record together with another's own eyes, bears it out.</summary>
    Verified,
}
