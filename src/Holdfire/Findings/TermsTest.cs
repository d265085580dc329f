using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Findings;

/// <summary>Holds events against the terms of one truce.</summary>
internal sealed class TermsTest
{
    /// <summary>Terms bear on an event that may lie within this of the truce's first start and last end.</summary>
    private static readonly Duration Near = Duration.FromDays(1);

    private readonly ImmutableArray<ProhibitionTest> tests;
    private readonly Interval near;

    public TermsTest(Case @case, Truce truce)
    {
        Truce = truce;
        tests = [.. truce.Prohibitions.Select(p => new ProhibitionTest(@case, truce, p))];
        var all = truce.InForce.Select(f => f.When).Append(truce.Intended).ToList();
        var (start, end) = (all.Min(Intervals.StartOf), all.Max(Intervals.EndOf));
        near = new Interval(start == Instant.MinValue ? null : start - Near, end == Instant.MaxValue ? null : end + Near);
    }

    public Truce Truce { get; }

    /// <summary>Whether the terms could bear on the event: there are prohibitions, and it may lie within a day of the truce.</summary>
    public bool BearsOn(FindingSubject subject) => tests.Length > 0 && Intervals.Overlap(near, subject.Window);

    /// <summary>
    /// Where the event lies. Of several prohibitions the one that holds it most counts: within before cannot be placed
    /// before outside, then the one with fewest limits in the way, then the first.
    /// </summary>
    public TermsResult Test(FindingSubject subject) => tests
        .Select(t => Result(t, subject))
        .OrderByDescending(r => r.Placement)
        .ThenBy(r => r.Steps.Count(s => s.Fit != TermFit.Inside))
        .First();

    private static TermsResult Result(ProhibitionTest test, FindingSubject subject)
    {
        var steps = test.Test(subject);
        var placement = steps.Max(s => s.Fit) switch
        {
            TermFit.Inside => Placement.WithinTerms,
            TermFit.Straddles => Placement.CannotBePlaced,
            _ => Placement.OutsideTerms,
        };
        return new TermsResult(placement, test.Id, steps, test.IsDisputed(subject));
    }
}
