using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Audit;

/// <summary>One quantity of a statement, audited.</summary>
/// <param name="Claim">The quantity.</param>
/// <param name="Own">What finer reports of the same side come to over the same act, measure, area and window.</param>
/// <param name="Other">What the other sides' reports come to. A reason, never a verdict.</param>
/// <param name="CoveredHours">Hours of the window that the claiming side's sources covered.</param>
/// <param name="WindowHours">Hours of the window.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Fault">The fault, where one was found.</param>
/// <param name="Reasons">The steps, in the order of the rules.</param>
public sealed record AuditedClaim(
    Report Claim, CountRange Own, CountRange Other, double CoveredHours, double WindowHours, AuditVerdict Verdict,
    AuditFault Fault, ImmutableArray<AuditReason> Reasons)
{
    /// <summary>The people whom the number counts, where it counts killed or injured; null for any other number.</summary>
    public (HarmKind Kind, HarmGroup Of)? Harm { get; init; }

    /// <summary>What there is to say of it, finer than the verdict.</summary>
    public AuditOutcome Outcome { get; init; }

    /// <summary>One to three sentences for people: what it was compared with and what came out.</summary>
    public string InShort { get; init; } = "";
}
