using System.Collections.Immutable;
using Holdfire.Findings;

namespace Holdfire.Queries;

/// <summary>How many of the events that a report sums are borne out by findings on single events.</summary>
/// <param name="Claim">The id of the report that sums.</param>
/// <param name="Standard">The standard of proof that the single events reach, or better.</param>
/// <param name="Claimed">What it counts.</param>
/// <param name="AtLeast">At least this many of those are borne out.</param>
/// <param name="AtMost">At most this many; null for no upper limit.</param>
/// <param name="Reports">The ids of the reports that the least number is made of.</param>
public sealed record SumSupportAnswer(
    string Claim, StandardOfProof Standard, CountBounds Claimed, long AtLeast, long? AtMost, ImmutableArray<string> Reports)
{
    /// <summary>From what bears a sum out.</summary>
    public static SumSupportAnswer Of(SumSupport s) => new(
        s.Claim.Value, s.Standard, CountBounds.Of(s.Claimed), s.BorneAtLeast, s.BorneAtMost, [.. s.Reports.Select(r => r.Value)]);
}
