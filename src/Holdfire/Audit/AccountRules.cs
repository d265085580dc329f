using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Audit;

/// <summary>A claim against other accounts of it that the case records.</summary>
internal static class AccountRules
{
    public static IEnumerable<AuditFinding> Check(Claim claim)
    {
        foreach (var conflict in claim.Index.Case.Conflicts.Where(c => c.Statement == claim.Statement.Id))
        {
            for (var i = 0; i < conflict.Accounts.Length; i++)
            {
                foreach (var given in conflict.Accounts[i].Quantities.Where(q => IsOf(claim, q)))
                {
                    string[] evidence = [conflict.Id, given.Id.Value, .. claim.Statement.Truces.Select(t => t.Value)];
                    if (given.Window.Extent != claim.Quantity.Window.Extent)
                    {
                        yield return AuditFinding.Of(
                            "A-ACCOUNT",
                            $"Account {i + 1} of {conflict.Id} gives the window {Words.Of(given.Window.Extent)}, the claim {Words.Of(claim.Quantity.Window.Extent)}.{Places(claim, i + 1, given)}",
                            evidence, VerdictEffect.Withholds, AuditFault.Window).Plainly(
                                $"Another account ({conflict.Id}) puts {Subject(given)} into {PlainTime.Of(given.Window)}{PlainPlace(claim, given)}; the claim says {PlainTime.Of(claim.Quantity.Window)}.");
                    }

                    if (!given.Count.Meets(claim.Count))
                    {
                        yield return AuditFinding.Of(
                            "A-ACCOUNT-COUNT", $"Account {i + 1} of {conflict.Id} gives {given.Count}, the claim {claim.Count}.",
                            evidence, VerdictEffect.Withholds).Plainly(
                                $"Another account ({conflict.Id}) gives {Words.Of(given.Count)}; the claim says {Words.Of(claim.Count)}.");
                    }
                }
            }
        }
    }

    private static string Subject(Report given) => given.Count.IsVague() ? "them" : $"the {Words.Of(given.Count)}";

    // Where it matters most: whether it is then no breach of the truce that the statement is about.
    private static string PlainPlace(Claim claim, Report given) => string.Concat(
        claim.Index.Case.Truces.Where(t => claim.Statement.Truces.Contains(t.Id)).Select(t => Place(given.Window, t) switch
        {
            var inside when inside.StartsWith("inside", StringComparison.Ordinal) => "",
            var place => $", {place}",
        }));

    private static bool IsOf(Claim claim, Report given) => given.Id == claim.Quantity.Id;

    private static string Places(Claim claim, int account, Report given) => string.Concat(
        claim.Index.Case.Truces.Where(t => claim.Statement.Truces.Contains(t.Id)).Select(t =>
            FormattableString.Invariant($" Under account {account} the {given.Count} lie {Place(given.Window, t)}; under the claim's own window {Place(claim.Quantity.Window, t)}.")));

    private static string Place(TimeWindow window, Truce truce)
    {
        var (extent, intended) = (window.Extent, truce.Intended);
        return window.IsInside(intended) ? $"inside the intended time of {truce.Id}"
            : Intervals.EndOf(extent) <= Intervals.StartOf(intended) ? $"before {truce.Id}"
            : Intervals.StartOf(extent) >= Intervals.EndOf(intended) ? $"after {truce.Id}"
            : $"partly or possibly outside {truce.Id}";
    }
}
