using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Verification;

/// <summary>A finding that somebody proposed, with who approved it and who does not agree.</summary>
/// <param name="Proposal">The step that proposed it.</param>
/// <param name="Approvals">The steps that approve it, in the order of the record.</param>
/// <param name="Dissents">The steps that do not agree, in the order of the record.</param>
public sealed record ProposedFinding(VerificationStep Proposal, ImmutableArray<VerificationStep> Approvals, ImmutableArray<VerificationStep> Dissents)
{
    /// <summary>Who stands behind it. Nobody approves alone: a second person of the mission must, under another key.</summary>
    public FindingApproval Approval => Approvals.Where(a => a.By != Proposal.By).ToList() switch
    {
        [] => FindingApproval.Proposed,
        var others => others.FindAll(IsByAnotherKey) switch
        {
            [] => FindingApproval.OneHand,
            var signed => signed.Exists(a => a.IsSignedByMission) ? FindingApproval.Approved : FindingApproval.NotCounted,
        },
    };

    private bool IsByAnotherKey(VerificationStep step) => step.SignedBy.Length > 0 && Proposal.SignedBy.Length > 0 && step.SignedBy != Proposal.SignedBy;

    /// <summary>The findings that these steps propose, the newest last.</summary>
    public static ImmutableArray<ProposedFinding> Of(IReadOnlyList<VerificationStep> steps)
    {
        var about = steps.Where(s => s.Of.Length > 0).ToLookup(s => s.Of, StringComparer.Ordinal);
        return
        [
            .. steps.Where(s => s.Kind == VerificationStepKind.Proposed).Select(s => new ProposedFinding(
                s, [.. about[s.Id].Where(a => a.Kind == VerificationStepKind.Approved)], [.. about[s.Id].Where(a => a.Kind == VerificationStepKind.Dissent)])),
        ];
    }
}
