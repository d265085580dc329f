using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>How to assess.</summary>
/// <param name="Truce">One truce, or null for all.</param>
/// <param name="BaselineDays">Civil days before the start that are shown at least.</param>
/// <param name="AfterDays">Civil days after the end.</param>
/// <param name="Table">The limits of the verdicts, or null for the documented ones.</param>
public sealed record AssessmentOptions(
    TruceId? Truce = null, int BaselineDays = 28, int AfterDays = 28,
    VerdictTable? Table = null)
{
    /// <summary>
    /// Whether reports that name no actor make lines of their own, and what makes none is named; without it only what is said of parties is
    /// assessed, as by versions before.
    /// </summary>
    public bool EitherSide { get; init; } = true;

    /// <summary>Whether primary lines are compared in other ways too.</summary>
    public bool Alternatives { get; init; } = true;
}
