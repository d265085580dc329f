using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Audit;

/// <summary>A claim against other claims of its side about the same thing over the same, a longer or a shorter window.</summary>
internal static class PeerRules
{
    public static IEnumerable<AuditFinding> Check(Claim claim)
    {
        // Numbers side by side in one statement are of different things, however alike their codes.
        var peers = claim.Index.Quantities
            .Where(p => p.Statement.Id != claim.Statement.Id && p.Quantity.Id != claim.Quantity.Id && claim.IsLike(p.Quantity))
            .Select(p => p.Quantity).ToList();
        var found = peers.Select(p => Compare(claim, p));
        var near = claim.Window is { } window
            ? claim.Index.TouchingOf(claim.Side, window) : claim.Index.ReportsOf(claim.Side);
        var wholeReports = near
            .Where(r => r.Count.Exceeds(claim.Count) && r.PartOf is null && r.Id != claim.Quantity.Id && claim.IsLike(r))
            .Select(r => Report(claim, r));
        return found.Concat(wholeReports).OfType<AuditFinding>();
    }

    private static AuditFinding? Compare(Claim claim, Report peer)
    {
        if (Same(claim.Quantity, peer))
        {
            return SameWindow(claim, peer);
        }

        return Within(peer, claim.Quantity) ? Nested(claim, claim.Quantity, peer)
            : Within(claim.Quantity, peer) ? Nested(claim, peer, claim.Quantity)
            : null;
    }

    private static AuditFinding SameWindow(Claim claim, Report peer) => claim.Count.Meets(peer.Count)
        ? AuditFinding.Of(
            "A-SAME-WINDOW", $"{peer.Id} claims {peer.Count} over the same window, which meets {claim.Count}.", [peer.Id.Value],
            claim.Count.Max is null || peer.Count.IsVague() ? VerdictEffect.None : VerdictEffect.Supports).Plainly(
                $"{peer.Id} of the same side gives {Words.Of(peer.Count)} for the same time, which agrees.")
        : AuditFinding.Of(
            "A-SAME-WINDOW", $"{peer.Id} claims {peer.Count} over the same window, which cannot be {claim.Count}.",
            [peer.Id.Value], VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                $"{peer.Id} of the same side gives {Words.Of(peer.Count)} for the same time, the claim {Words.Of(claim.Count)}.");

    private static AuditFinding Nested(Claim claim, Report longer, Report shorter)
    {
        var other = ReferenceEquals(longer, claim.Quantity) ? shorter : longer;
        var words = $"{longer.Id} claims {longer.Count} over {Words.Of(longer.Window.Extent)}, {shorter.Id} claims {shorter.Count} over {Words.Of(shorter.Window.Extent)} inside it";
        return shorter.Count.Exceeds(longer.Count)
            ? AuditFinding.Of(
                "A-NESTED", $"{words}: the longer window has fewer.", [other.Id.Value], VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                    $"{longer.Id} gives {Words.Of(longer.Count)} for {PlainTime.Of(longer.Window)}, fewer than the {Words.Of(shorter.Count)} that {shorter.Id} gives for {PlainTime.Of(shorter.Window)} within it.")
            : AuditFinding.Of(
                "A-NESTED", $"{words}: the longer window has no fewer, which says nothing of how many.", [other.Id.Value]).Plainly(
                    $"{shorter.Id} ({Words.Of(shorter.Count)}, {PlainTime.Of(shorter.Window)}) fits within {longer.Id} ({Words.Of(longer.Count)}, {PlainTime.Of(longer.Window)}).");
    }

    // One bulletin of several may hold less than the total of its window, never more.
    private static AuditFinding? Report(Claim claim, Report report) =>
        (Same(claim.Quantity, report) || Within(report, claim.Quantity)) && report.Count.Exceeds(claim.Count)
            ? AuditFinding.Of(
                "A-OWN-EXCEEDS", $"The report {report.Id} alone claims {report.Count} within the window, more than the claimed {claim.Count}.",
                [report.Id.Value], VerdictEffect.Contradicts, AuditFault.Arithmetic).Plainly(
                    $"One report of the same side, {report.Id}, gives {Words.Of(report.Count)} within this time, more than the {Words.Of(claim.Count)} claimed.")
            : null;

    private static bool Same(Report a, Report b) =>
        a.Window.Extent == b.Window.Extent && a.Window.Core == b.Window.Core && a.Window.Extent is { HasStart: true, HasEnd: true };

    private static bool Within(Report inner, Report outer) =>
        outer.Window.Core is { } core && inner.Window.IsInside(core) && inner.Window.Extent != outer.Window.Extent;
}
