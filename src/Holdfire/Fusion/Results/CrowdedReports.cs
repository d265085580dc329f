using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Reports that may be of one event, or of many, and are too many to tell apart: they are in no incident.</summary>
/// <param name="Reports">Their ids, rising; at least two.</param>
public sealed record CrowdedReports(ImmutableArray<ReportId> Reports)
{
    /// <summary>One line that says which they are and what to do.</summary>
    public string Says => FormattableString.Invariant(
        $"cannot say: {Reports.Length} reports that may be of one event are too large a component, too many to tell apart, {Reports[0]} to {Reports[^1]}; ")
        + "say more exactly where and when they were, or pin which are of one event";

    internal static CrowdedReports Of(FusionRows rows, IEnumerable<int> members) => new([.. members.Order().Select(m => rows[m].Id)]);
}
