using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Fusion;

namespace Holdfire.Pages;

/// <summary>Findings with what they were made by.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Rules">The version of the table of rules.</param>
/// <param name="Parameters">The version of the parameter set by which reports were fused.</param>
public sealed record FindingSet(ImmutableArray<Finding> Findings, string Rules, string Parameters)
{
    /// <summary>Reports that are too many to tell apart: there is no finding on them.</summary>
    public ImmutableArray<CrowdedReports> Crowded { get; init; } = [];

    /// <summary>None, for a report without findings.</summary>
    public static FindingSet None { get; } = new([], "", "");
}
