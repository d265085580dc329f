using Holdfire.Assessment;
using Holdfire.Findings;
using Holdfire.Model;

namespace Holdfire.Answers;

/// <summary>A finding that is a breach, or may be one.</summary>
/// <param name="Finding">The finding.</param>
internal sealed record Breach(Finding Finding)
{
    /// <summary>Who is said to have acted; null where reports name nobody or do not agree.</summary>
    public PartyId? Actor { get; } = Finding.Subject.Actors is [var one] ? one : null;

    /// <summary>
    /// Whether it lies within the terms. What names nobody counts too where only the actor is open: it is alleged of either side.
    /// </summary>
    public bool IsWithin { get; } = Finding.Placement == Placement.WithinTerms || IsOfEitherSide(Finding);

    /// <summary>What it shows: no more than that it is alleged where it is open whether the terms bound whoever did it.</summary>
    public Compliance Compliance => Finding.Placement != Placement.WithinTerms ? Compliance.Alleged : Finding.Ladder.Standard switch
    {
        StandardOfProof.Verified => Compliance.Verified,
        StandardOfProof.Corroborated => Compliance.Corroborated,
        _ => Compliance.Alleged,
    };

    /// <summary>Whether it is as well established as is asked.</summary>
    public bool Reaches(ProofNeeded needed) => Compliance >= needed switch
    {
        ProofNeeded.Verified => Compliance.Verified,
        ProofNeeded.Corroborated => Compliance.Corroborated,
        _ => Compliance.Alleged,
    };

    private static bool IsOfEitherSide(Finding finding) =>
        finding.Placement == Placement.CannotBePlaced && finding.Subject.Actors.IsEmpty && finding.Deciding.All(s => s.Limit == TermLimit.Actor);
}
