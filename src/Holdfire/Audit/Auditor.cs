using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Audit;

/// <summary>Holds claims against the finer claims, the other side, the coverage, their parts and other accounts.</summary>
/// <remarks>The rules and what each does to the verdict are in docs/audit.md.</remarks>
public static class Auditor
{
    /// <summary>The version of the rules of docs/audit.md; it stands in every answer.</summary>
    public const string Rules = "audit-2";

    /// <summary>The version of the rules where totals of killed and injured are audited, which <see cref="Rules"/> did not do.</summary>
    public const string RulesWithHarm = "audit-3";

    /// <summary>All quantities of one statement, or of all statements, in the order of the case; parts serve their whole.</summary>
    /// <param name="view">The case, as it was known.</param>
    /// <param name="statement">One statement, or null for all.</param>
    public static ImmutableArray<AuditedClaim> Audit(CaseView view, StatementId? statement = null)
    {
        return [.. Audit(new AuditIndex(view.Standing), statement)];
    }

    /// <summary>
    /// The people killed and injured, by group, that the quantities of one statement, or of all, give: the same rules, in persons. In the
    /// order of the case, and for each number killed before injured, civilians, military, then those of whom it is not said.
    /// </summary>
    /// <param name="view">The case, as it was known.</param>
    /// <param name="statement">One statement, or null for all.</param>
    public static ImmutableArray<AuditedClaim> AuditHarm(CaseView view, StatementId? statement = null)
    {
        var order = view.Standing.Statements.SelectMany(s => s.Quantities).Select((q, i) => (q.Id, i)).DistinctBy(q => q.Id).ToDictionary(q => q.Id, q => q.i);
        return
        [
            .. HarmCase.Stated(view.Standing).SelectMany(harm => Audit(new AuditIndex(HarmCase.Of(view.Standing, harm.Kind, harm.Group)), statement)
                .Select(c => c with { Harm = harm })).OrderBy(c => order[c.Claim.Id]),
        ];
    }

    private static IEnumerable<AuditedClaim> Audit(AuditIndex index, StatementId? statement) =>
        index.Quantities.Where(q => statement is null || q.Statement.Id == statement).Select(q => Audit(new Claim(index, q.Statement, q.Quantity)));

    private static AuditedClaim Audit(Claim claim)
    {
        var findings = new List<AuditFinding>();
        var own = CountRange.AtLeast(0);
        var (covered, hours) = (0.0, 0.0);
        if (claim.Window is { } window)
        {
            var bounds = OwnBounds.Of(claim, claim.Party, claim.Side, window);
            var coverage = SideCoverage.Of(claim, window);
            (own, covered, hours) = (bounds.Range, coverage.Hours, window.Duration.TotalHours);
            findings.AddRange(OwnRules.Check(claim, window, bounds, coverage));
        }
        else
        {
            findings.Add(AuditFinding.Of("A-WINDOW", $"The window of the claim is not known, so no reports can be held against it.", []));
        }

        if (claim.Count.IsVague())
        {
            // "Some" says that there was one or more, so reports of its side that certainly come to one bear out all that it says.
            var borne = findings.Exists(f => f.Effect == VerdictEffect.Supports);
            var vague = AuditFinding.Of("A-VAGUE", $"The claim gives no number.", [claim.Id], borne ? VerdictEffect.None : VerdictEffect.Withholds);
            findings.Add(borne ? vague : vague.Plainly($"It gives no number, and no report of its side lies certainly in its time."));
        }

        findings.AddRange(PeerRules.Check(claim));
        findings.AddRange(InclusionRules.Check(claim));
        var (other, told) = OtherRules.Check(claim, claim.Window);
        findings.Add(told);
        findings.AddRange(PartRules.Check(claim));
        findings.AddRange(AccountRules.Check(claim));
        return new AuditedClaim(
            claim.Quantity, own, other, covered, hours, AuditFinding.VerdictOf(findings), AuditFinding.FaultOf(findings),
            [.. findings.Select(f => f.Reason)])
        {
            Outcome = AuditSummary.OutcomeOf(findings), InShort = AuditSummary.Of(findings),
        };
    }
}
