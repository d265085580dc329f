using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>How many of the events that one report sums are told of by single reports.</summary>
/// <param name="Claim">The report that sums.</param>
/// <param name="Claimed">Its count.</param>
/// <param name="AtLeast">
/// At least this many of what it counts are told of by single reports that lie wholly within it: the most that any one
/// source tells of, since the events of different sources may be the same.
/// </param>
/// <param name="AtMost">
/// At most this many, over all incidents that may lie within it, each with the most that its reports allow; null where one
/// of them sets no limit.
/// </param>
/// <param name="Within">How many incidents of single reports have a report that lies wholly within it.</param>
/// <param name="Touching">How many have one that may lie within it, those included.</param>
/// <param name="LeastReports">The reports that <paramref name="AtLeast"/> is made of.</param>
public sealed record Containment(
    Report Claim, CountRange Claimed, long AtLeast, long? AtMost, int Within, int Touching,
    System.Collections.Immutable.ImmutableArray<ReportId> LeastReports)
{
    /// <summary>Whether single reports tell of more than the claim counts.</summary>
    public bool IsExceeded => AtLeast > Claimed.Max;

    /// <summary>Of the claim: at least this many are matched, never more than it counts at most.</summary>
    public long MatchedAtLeast => Claimed.Max is { } max ? Math.Min(AtLeast, max) : AtLeast;

    /// <summary>Of the claim: at most this many are matched; null where neither side sets a limit.</summary>
    public long? MatchedAtMost => (AtMost, Claimed.Max) switch
    {
        (null, var max) => max,
        (var most, null) => most,
        var (most, max) => Math.Min(most.Value, max.Value),
    };
}
