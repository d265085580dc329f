using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The events that fusing the reports of a case gives, with the findings on them, by day and standard of proof.</summary>
/// <param name="Table">The rules of the standards.</param>
/// <param name="Parameters">The version of the set that the reports were fused by.</param>
/// <param name="Subjects">What the findings are about.</param>
/// <param name="Findings">The findings under the truces asked for.</param>
/// <param name="PerDay">Events per truce, day and standard.</param>
public sealed record EventsByStandard(
    FindingRules Table, string Parameters, ImmutableArray<FindingSubject> Subjects, ImmutableArray<Finding> Findings,
    ILookup<TruceId, FindingCount> PerDay)
{
    /// <summary>Reports that are too many to tell apart: they are in none of the events.</summary>
    public ImmutableArray<CrowdedReports> Crowded { get; init; } = [];

    /// <summary>What they were made by, for a reader.</summary>
    public string MadeBy => $"Rules {Table.Version}; reports fused by the parameters {Parameters}.";

    /// <summary>How many events there are, and what they were made by, for a reader.</summary>
    public IEnumerable<string> Notes => ["Events under the terms:", .. FindingTotals.Of(Findings), MadeBy, .. CrowdedAnswer.Notes(Crowded)];

    /// <summary>The events of what the view knows. Reports that are too many to tell apart are in none of them, and are named.</summary>
    /// <param name="view">The view.</param>
    /// <param name="table">The rules.</param>
    /// <param name="input">Its reports, with the parameters of the fusion.</param>
    /// <param name="only">One truce; null for all.</param>
    /// <param name="work">The limit on the work.</param>
    public static EventsByStandard Of(CaseView view, FindingRules table, FusionInput input, TruceId? only, Work work) =>
        Of(view, table, FusionChoice.FuseWhatCanBeTold(input, work), only, work);

    /// <summary>The same, of reports that are fused.</summary>
    internal static EventsByStandard Of(CaseView view, FindingRules table, FusionResult fused, TruceId? only, Work work)
    {
        var subjects = SubjectsOf(view, table, fused);
        var findings = work.While("finding on", subjects.Length, "events", () => Finder.Find(view.Known, subjects, table, only));
        return new EventsByStandard(
            table, fused.Parameters.Version, subjects, findings, FindingCounts.PerDay(view.Known, findings).ToLookup(c => c.Truce))
        {
            Crowded = fused.Crowded,
        };
    }

    /// <summary>What findings are about: the incidents, and the numbers of statements; sums with what bears them out.</summary>
    /// <exception cref="TooLargeException">Reports are too many to tell apart.</exception>
    public static ImmutableArray<FindingSubject> SubjectsOf(CaseView view, FindingRules table, FusionInput input, Work work) =>
        SubjectsOf(view, table, FusionChoice.Fuse(input, work));

    /// <summary>The same, of reports that are fused.</summary>
    internal static ImmutableArray<FindingSubject> SubjectsOf(CaseView view, FindingRules table, FusionResult fused) =>
        SumSupports.Add(view.Known, Holdfire.Findings.Subjects.OfIncidents(view.Known, fused.Chosen(view.Known.Places)), table);

    /// <summary>The view where only events of this standard or better count.</summary>
    public CaseView AtLeast(CaseView view, StandardOfProof standard) =>
        new(AtStandard.Of(view.Known, standard, Subjects, Table, Crowded.SelectMany(c => c.Reports)), view.Coordinates);
}
