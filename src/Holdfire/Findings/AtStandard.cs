using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>A case as it looks where only events of some standard of proof count.</summary>
public static class AtStandard
{
    /// <summary>
    /// The case with the count and harm of every claim taken to none whose event does not reach the standard. Its window
    /// stays, since its source was looking; so do statements, which stand for what was said.
    /// </summary>
    /// <remarks>A part has the standard of its whole. Claims that are no subject, such as denials, are left as they are.</remarks>
    /// <param name="case">The case.</param>
    /// <param name="least">The standard.</param>
    /// <param name="subjects">What there are findings on.</param>
    /// <param name="rules">The rules of the standards.</param>
    /// <param name="unfound">Reports of events on which there can be no finding: they reach no standard.</param>
    public static Case Of(Case @case, StandardOfProof least, IEnumerable<FindingSubject> subjects, FindingRules rules, params IEnumerable<ReportId> unfound)
    {
        var below = Finder.Standards(@case, subjects, rules).Where(s => s.Ladder.Standard < least)
            .SelectMany(s => s.Subject.Reports).Select(r => r.Id).Concat(unfound).ToHashSet();
        var wholes = @case.Reports.Where(r => r.PartOf is not null).ToDictionary(r => r.Id, r => r.PartOf!.Value);
        bool IsBelow(ReportId id) => below.Contains(id) || (wholes.TryGetValue(id, out var whole) && IsBelow(whole));
        return @case with { Reports = [.. @case.Reports.Select(r => IsBelow(r.Id) ? None(r) : WithoutThose(r))] };

        // What a wider claim of none would hold is counted by itself.
        Report WithoutThose(Report report) => report.IncludedIn.Any(IsBelow)
            ? report with { IncludedIn = report.IncludedIn.RemoveAll(w => IsBelow(w)) } : report;
    }

    private static Report None(Report report) => report with
    {
        Count = CountRange.Exactly(0), Harm = Harm.NotStated, IncludedIn = ImmutableArray<ReportId>.Empty,
    };
}
