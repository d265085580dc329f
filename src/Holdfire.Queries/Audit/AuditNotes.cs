using Holdfire.Audit;
using Holdfire.Model;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The reasons of an audited claim for a reader, one a line; running totals that say nothing against it are one line.</summary>
internal static class AuditNotes
{
    private const string RunningTotals = "A-NESTED";
    private const int MostShown = 2;

    public static IEnumerable<string> Of(AuditedClaim c, DateTimeZone zone) =>
    [
        $"{c.Claim.Id}, claimed by {c.Claim.Source}: {Texts.Of(c.Claim.Count)} {c.Claim.Act} {(c.Harm is null ? Texts.Words(c.Claim.Measure) : Counted(c))}: "
            + Texts.Words(c.Outcome),
        $"  {c.InShort}",
        .. Reasons(c, zone),
        "",
    ];

    /// <summary>What was counted: "launched (item)", "killed, civilians (person)".</summary>
    public static string Counted(AuditedClaim c) => c.Harm is not var (kind, of) ? $"{Texts.Words(c.Claim.Measure)} ({c.Claim.Unit})"
        : $"{Texts.Words(kind)}, {(of == HarmGroup.Unknown ? "not said whether civilians" : Texts.Words(of))} ({c.Claim.Unit})";

    private static IEnumerable<string> Reasons(AuditedClaim claim, DateTimeZone zone)
    {
        var totals = claim.Reasons.Where(IsConsistentTotal).ToList();
        var folded = totals.Count > MostShown;
        foreach (var reason in claim.Reasons)
        {
            if (!folded || !IsConsistentTotal(reason))
            {
                yield return $"  {reason.Rule}: {PlainReason.Of(reason.Text, zone)}";
            }
            else if (ReferenceEquals(reason, totals[0]))
            {
                yield return $"  {RunningTotals}: {totals.Count} running totals, all consistent, which says nothing of how many: "
                    + $"{totals[0].Evidence[0]} to {totals[^1].Evidence[0]} (--format json lists them).";
            }
        }
    }

    private static bool IsConsistentTotal(AuditReason reason) => reason.Rule == RunningTotals && !reason.IsAgainst();
}
