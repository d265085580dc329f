using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Findings;
using Holdfire.Fusion;

namespace Holdfire.Cli.Commands;

/// <summary>The events that fusing the reports of a case gives, by day and standard of proof, for an assessment.</summary>
/// <param name="Table">The rules of the standards.</param>
/// <param name="Parameters">The version of the set that the reports were fused by.</param>
/// <param name="Subjects">What the findings are about.</param>
/// <param name="Findings">The findings under the truces asked for.</param>
/// <param name="PerDay">Events per truce, day and standard.</param>
internal sealed record EventsByStandard(
    FindingRules Table, string Parameters, ImmutableArray<FindingSubject> Subjects, ImmutableArray<Finding> Findings,
    ILookup<TruceId, FindingCount> PerDay)
{
    public string MadeBy => $"Rules {Table.Version}; reports fused by the parameters {Parameters}.";

    public IEnumerable<string> Notes => ["Events under the terms:", .. FindingNotes.Totals(Findings), MadeBy];

    public static EventsByStandard Of(Case @case, FindingRules table, FusionInput input, TruceId? only)
    {
        var subjects = FindingInput.SubjectsOf(@case, input, table);
        var findings = FindingInput.Found(@case, subjects, table, only);
        return new EventsByStandard(
            table, input.Parameters.Version, subjects, findings, FindingCounts.PerDay(@case, findings).ToLookup(c => c.Truce));
    }

    /// <summary>The case where only events of this standard or better count.</summary>
    public Case AtLeast(Case @case, StandardOfProof standard) => AtStandard.Of(@case, standard, Subjects, Table);
}
