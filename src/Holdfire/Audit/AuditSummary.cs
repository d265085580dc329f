using System.Collections.Frozen;

namespace Holdfire.Audit;

/// <summary>What the findings on a claim come to: one outcome, and at most three sentences for people.</summary>
internal static class AuditSummary
{
    private const int MostSentences = 3;
    private const string Nothing = "Nothing in this case can be compared with it: its side has no reports of it in these hours, and it has no parts and no other account.";

    // By rule, for what withholds a verdict and for what is only told; the first in this order that fired counts.
    private static readonly (string Rule, AuditOutcome Outcome)[] Order =
    [
        ("A-UNIT", AuditOutcome.UnitsMixed), ("A-PARTS-OVERLAP", AuditOutcome.PartsExceed), ("A-INCLUDED-WINDOW", AuditOutcome.AccountsDiffer),
        ("A-ACCOUNT", AuditOutcome.AccountsDiffer), ("A-ACCOUNT-COUNT", AuditOutcome.AccountsDiffer),
        ("A-OWN-PARTIAL", AuditOutcome.OwnReportsFewer), ("A-PARTS-REMAINDER", AuditOutcome.PartsFallShort),
        ("A-OWN-OPEN", AuditOutcome.PartlyCovered), ("A-PARTS-SUM", AuditOutcome.PartsFit), ("A-NESTED", AuditOutcome.FitsOtherTotals),
        ("A-SAME-WINDOW", AuditOutcome.FitsOtherTotals), ("A-VAGUE", AuditOutcome.NoNumber),
    ];

    private static readonly FrozenDictionary<string, int> Rank = Order.Select((o, i) => (o.Rule, i)).ToFrozenDictionary(o => o.Rule, o => o.i);

    public static AuditOutcome OutcomeOf(IReadOnlyCollection<AuditFinding> findings) => AuditFinding.VerdictOf(findings) switch
    {
        AuditVerdict.Inconsistent => AuditOutcome.Inconsistent,
        AuditVerdict.Consistent => AuditOutcome.Consistent,
        _ => findings.Where(f => Rank.ContainsKey(f.Reason.Rule)).OrderBy(f => Rank[f.Reason.Rule])
            .Select(f => Order[Rank[f.Reason.Rule]].Outcome).FirstOrDefault(AuditOutcome.NothingToCompare),
    };

    public static string Of(IReadOnlyCollection<AuditFinding> findings)
    {
        var plain = findings.Where(f => f.Reason.Plain is not null).OrderByDescending(f => f.Effect)
            .ThenBy(f => Rank.GetValueOrDefault(f.Reason.Rule, -1)).Select(f => f.Reason.Plain!).Distinct().ToList();
        return plain.Count == 0 ? Nothing : string.Join(' ', plain.Take(MostSentences));
    }
}
