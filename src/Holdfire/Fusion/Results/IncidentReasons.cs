using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>Why an incident holds the reports that it holds.</summary>
/// <param name="Evidence">The reports whose fields are evidence; the others repeat, deny, or cannot be compared.</param>
/// <param name="Weight">What each field weighs for all of them being of one event.</param>
/// <param name="Joining">For each of them what the group would lose without it, bits.</param>
/// <param name="Pairs">Each pair of its reports.</param>
public sealed record IncidentReasons(
    ImmutableArray<ReportId> Evidence, WeightParts Weight, ImmutableArray<(ReportId Report, WeightParts Weight)> Joining,
    ImmutableArray<PairWeight> Pairs);
