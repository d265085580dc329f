using Holdfire.Verification;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The queue in words.</summary>
public static class QueueWords
{
    /// <summary>A proposed finding in a few words, such as "corroborated, approved by head of sector".</summary>
    public static string Of(ProposedFindingAnswer finding) =>
        Texts.Words(finding.Standard) + (finding.Actor is { } actor ? $", by {actor}" : "") + finding.Approval switch
        {
            FindingApproval.Approved => $", approved by {string.Join(", ", finding.ApprovedBy)}",
            FindingApproval.OneHand => $", approved by {string.Join(", ", finding.ApprovedBy)} (by one hand)",
            FindingApproval.NotCounted => $", not approved ({string.Join(", ", finding.ApprovedBy)} cannot: the key of a party's source, or of the server)",
            _ => ", not approved",
        } + (finding.DissentBy.IsEmpty ? "" : $"; dissent: {string.Join(", ", finding.DissentBy)}");

    /// <summary>Where the verification of an event of a daily report stood, such as "assigned to patrol 2 by …".</summary>
    public static string Of(DailyOpenItemAnswer item, DateTimeZone zone) =>
        Texts.Words(item.State) + (item.Assigned is { } who ? $", with {who}" : "") + (item.Due is { } due ? $", by {Texts.At(due, zone)}" : "");

    /// <summary>A number with its noun.</summary>
    internal static string Count(int number, string one, string many) => FormattableString.Invariant($"{number} {(number == 1 ? one : many)}");
}
