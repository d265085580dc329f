using System.Collections.Immutable;
using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>How many of the events that one report sums are told of by single reports.</summary>
/// <param name="Claim">The id of the report that sums.</param>
/// <param name="Claimed">What it counts.</param>
/// <param name="Matched">Of those, told of by single reports; never more than it counts.</param>
/// <param name="Exceeded">Whether one source alone tells of more than it counts.</param>
/// <param name="IncidentsWithin">Incidents that surely lie in it.</param>
/// <param name="IncidentsTouching">Incidents that may lie in it, those included.</param>
/// <param name="LeastReports">The ids of the reports that the least number is made of.</param>
public sealed record ContainmentAnswer(
    string Claim, CountBounds Claimed, CountBounds Matched, bool Exceeded, int IncidentsWithin, int IncidentsTouching, ImmutableArray<string> LeastReports)
{
    /// <summary>From what a sum contains.</summary>
    public static ContainmentAnswer Of(Containment c) => new(
        c.Claim.Id.Value, CountBounds.Of(c.Claimed), new CountBounds(c.MatchedAtLeast, c.MatchedAtMost), c.IsExceeded, c.Within, c.Touching,
        [.. c.LeastReports.Select(r => r.Value)]);
}
