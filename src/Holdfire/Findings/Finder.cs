using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Findings;

/// <summary>Says what each event is under the terms of each truce. docs/findings.md has the rules.</summary>
public static class Finder
{
    /// <summary>
    /// A finding for each subject and each truce that could bear on it, in the order of the subjects, then of the truces.
    /// </summary>
    public static ImmutableArray<Finding> Find(Case @case, IEnumerable<FindingSubject> subjects, FindingRules rules, TruceId? only = null)
    {
        var provenance = new Provenance(@case);
        var tests = @case.Truces.Where(t => only is null || t.Id == only)
            .Select(t => (Test: new TermsTest(@case, t), Notes: NotesOf(t))).ToList();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var subject in subjects)
        {
            LadderResult? ladder = null;
            foreach (var (test, notes) in tests.Where(t => t.Test.BearsOn(subject)))
            {
                ladder ??= Ladder.Of(subject, provenance, rules);
                findings.Add(Of(subject, test, notes, ladder));
            }
        }

        return findings.ToImmutable();
    }

    /// <summary>The standard of each subject, whatever the truces.</summary>
    public static IEnumerable<(FindingSubject Subject, LadderResult Ladder)> Standards(
        Case @case, IEnumerable<FindingSubject> subjects, FindingRules rules)
    {
        var provenance = new Provenance(@case);
        return subjects.Select(s => (s, Ladder.Of(s, provenance, rules)));
    }

    private static Finding Of(FindingSubject subject, TermsTest test, ImmutableArray<FiredRule> notes, LadderResult ladder)
    {
        var result = test.Test(subject);
        return new Finding
        {
            Subject = subject,
            Truce = test.Truce.Id,
            Prohibition = result.Prohibition,
            Placement = result.Placement,
            Steps = result.Steps,
            Notes = result.TimeDisputed ? [.. notes, new FiredRule("T-DISPUTED", "Another account gives other times in force.", [])] : notes,
            Ladder = ladder,
        };
    }

    private static ImmutableArray<FiredRule> NotesOf(Truce truce) =>
    [
        .. truce.Exceptions.Where(e => e.IsInWordsAlone).Select(e => new FiredRule("T-WORDS", $"Not tested, an exception in words: {e.Text}", [])),
        .. truce.ReleaseClause is { } clause ? [new FiredRule("T-RELEASE", $"Not applied, a release clause: {clause}", [])] : ImmutableArray<FiredRule>.Empty,
    ];
}
