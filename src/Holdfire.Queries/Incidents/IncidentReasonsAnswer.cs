using System.Collections.Immutable;
using Holdfire.Fusion;

namespace Holdfire.Queries;

/// <summary>Why an incident holds the reports that it holds; weights are in bits.</summary>
/// <param name="Evidence">The ids of the reports whose fields are evidence.</param>
/// <param name="Weight">What each field weighs for all of them being of one event.</param>
/// <param name="Joining">For each report what the group would lose without it.</param>
/// <param name="Pairs">Each pair of reports.</param>
public sealed record IncidentReasonsAnswer(
    ImmutableArray<string> Evidence, WeightAnswer Weight, ImmutableArray<JoiningAnswer> Joining, ImmutableArray<PairWeightAnswer> Pairs)
{
    /// <summary>From the reasons.</summary>
    public static IncidentReasonsAnswer Of(IncidentReasons reasons) => new(
        [.. reasons.Evidence.Select(e => e.Value)], WeightAnswer.Of(reasons.Weight),
        [.. reasons.Joining.Select(j => new JoiningAnswer(j.Report.Value, WeightAnswer.Of(j.Weight)))],
        [
            .. reasons.Pairs.Select(p => new PairWeightAnswer(
                p.A.Value, p.B.Value, p.Stated, p.Km, p.Hours, p.Weight is { } w ? WeightAnswer.Of(w) : null)),
        ]);
}
