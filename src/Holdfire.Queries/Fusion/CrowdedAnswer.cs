using System.Collections.Immutable;
using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>Reports that are too many to tell apart: how many events they are of cannot be said.</summary>
/// <param name="Reports">Their ids, rising.</param>
/// <param name="Says">One line for a reader.</param>
public sealed record CrowdedAnswer(ImmutableArray<string> Reports, string Says)
{
    /// <summary>Those of an answer; null where there are none.</summary>
    internal static ImmutableArray<CrowdedAnswer>? Of(ImmutableArray<CrowdedReports> crowded) => crowded.IsEmpty ? null
        : [.. crowded.Select(c => new CrowdedAnswer([.. c.Reports.Select(r => r.Value)], c.Says))];

    /// <summary>A line for each.</summary>
    internal static IEnumerable<string> Notes(ImmutableArray<CrowdedReports> crowded) =>
        crowded.Select(c => $"Not in this answer: {c.Says}.");
}
