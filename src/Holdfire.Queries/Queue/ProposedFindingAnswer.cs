using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Verification;

namespace Holdfire.Queries;

/// <summary>A finding that somebody proposed, with who approved it and who does not agree.</summary>
/// <param name="Id">The id of the step that proposed it.</param>
/// <param name="Standard">How well it says that the event is established.</param>
/// <param name="Actor">Who it says did it; null where it says nothing of that.</param>
/// <param name="Approval">Who stands behind it.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ApprovedBy">Who approved it, in the order of the record.</param>
/// <param name="DissentBy">Who does not agree, in the order of the record.</param>
public sealed record ProposedFindingAnswer(
    string Id, ProofNeeded Standard, string? Actor, FindingApproval Approval, string ProposedBy, ImmutableArray<string> ApprovedBy, ImmutableArray<string> DissentBy)
{
    /// <summary>From a finding.</summary>
    public static ProposedFindingAnswer From(ProposedFinding f) => new(
        f.Proposal.Id, f.Proposal.Standard ?? default, f.Proposal.Actor?.Value, f.Approval, f.Proposal.By, [.. f.Approvals.Select(a => a.By)], [.. f.Dissents.Select(d => d.By)]);
}
