using Holdfire.Model;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>A claim against the finer reports of its own side, and their coverage.</summary>
internal static class OwnRules
{
    public static IEnumerable<AuditFinding> Check(Claim claim, Interval window, OwnBounds own, SideCoverage coverage)
    {
        if (Exceeds(claim) is { } exceeds)
        {
            yield return exceeds;
        }

        if (claim.Count.Exceeds(own.Range))
        {
            yield return Short(claim, own, coverage);
        }
        else if (own.Range.Max is not null && coverage.IsComplete && claim.Count.Meets(own.Range))
        {
            yield return AuditFinding.Of(
                "A-OWN-MEETS", $"The side's own reports come to {own.Range}, which meets the claimed {claim.Count}.",
                own.Evidence, claim.Count.IsVague() && own.Range.Min == 0 ? VerdictEffect.None : VerdictEffect.Supports).Plainly(
                    $"Reports of its own side cover all hours and come to {Words.Of(own.Range)}, which agrees with {Words.Of(claim.Count)}.");
        }
        else if (BearsOut(claim))
        {
            yield return AuditFinding.Of(
                "A-OWN-BEARS", $"The side's own reports come to {own.Range}, and as many as the claimed {claim.Count} lie certainly inside the window.",
                own.Evidence, VerdictEffect.Supports).Plainly(
                    $"Reports of its own side come to {Words.Of(own.Range)} for this time, which bears out {Claimed(claim)}.");
        }
        else if (own.Evidence.Count > 0)
        {
            yield return AuditFinding.Of(
                "A-OWN-OPEN", $"The side's own reports come to {own.Range}: too open, or too little covered, to confirm {claim.Count}.",
                own.Evidence).Plainly(
                    $"Reports of its own side come to {Words.Of(own.Range)} and cover {Words.Hours(window.Duration.TotalHours - coverage.UncoveredHours)} of {Words.Hours(window.Duration.TotalHours)}: too vague or too incomplete to confirm {Claimed(claim)}.");
        }

        yield return AuditFinding.Of(
            "A-COVERAGE",
            coverage.IsComplete
                ? (FormattableString)$"The side's sources covered all {window.Duration.TotalHours:0.##} hours of the window."
                : $"In {coverage.UncoveredHours:0.##} of {window.Duration.TotalHours:0.##} hours no source of the side is known to have counted this: {Words.Of(coverage.Uncovered)}.",
            claim.Side.Select(s => s.Id.Value).Order(StringComparer.Ordinal));
    }

    // "Some" and "more than 30" set no upper limit, so hours without reports can take nothing from what the others bear out.
    private static bool BearsOut(Claim claim) =>
        claim.Count.Max is null && claim.Quantity.Window.Core is { } core && core.Duration > Duration.Zero
        && OwnBounds.Of(claim, claim.Party, claim.Side, core).Range.Min >= Math.Max(1, claim.Count.Min);

    private static string Claimed(Claim claim) => claim.Count.IsVague() ? "\"some\"" : $"\"{Words.Of(claim.Count)}\"";

    // Only what lies in the certain part of the window is certainly in the claim.
    private static AuditFinding? Exceeds(Claim claim)
    {
        if (claim.Quantity.Window.Core is not { } core || core.Duration <= Duration.Zero)
        {
            return null;
        }

        var sure = OwnBounds.Of(claim, claim.Party, claim.Side, core);
        return sure.Range.Exceeds(claim.Count)
            ? AuditFinding.Of(
                "A-OWN-EXCEEDS", $"The side's own reports inside the window come to at least {sure.Range.Min}, more than the claimed {claim.Count}.",
                sure.Evidence, VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                    $"Reports of its own side inside this time come to {Words.Of(CountRange.AtLeast(sure.Range.Min))}, more than the {Words.Of(claim.Count)} claimed.")
            : null;
    }

    private static AuditFinding Short(Claim claim, OwnBounds own, SideCoverage coverage)
    {
        if (coverage.IsComplete)
        {
            return AuditFinding.Of(
                "A-OWN-SHORT", $"The side's own reports come to {own.Range} over a window that they cover whole, fewer than the claimed {claim.Count}.",
                own.Evidence, VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                    $"Reports of its own side cover all hours and come to {Words.Of(own.Range)}, fewer than the {Words.Of(claim.Count)} claimed.");
        }

        return own.Evidence.Count == 0
            ? AuditFinding.Of("A-OWN-NONE", $"The side has no reports of this in the window to hold the claimed {claim.Count} against.", [])
            : AuditFinding.Of(
                "A-OWN-PARTIAL",
                $"The side's own reports come to {own.Range}, fewer than the claimed {claim.Count}, but not all hours are covered; missing: {Words.Of(coverage.Uncovered)}.",
                own.Evidence, VerdictEffect.Withholds).Plainly(
                    $"Reports of its own side come to {Words.Of(own.Range)}, fewer than the {Words.Of(claim.Count)} claimed, but {Words.Hours(coverage.UncoveredHours)} have no reports.");
    }
}
