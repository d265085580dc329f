using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Fusion;
using Holdfire.Time;

namespace Holdfire.Findings;

/// <summary>Holds what sums claim against the single events that are borne out. docs/findings.md, section "Sums".</summary>
public static class SumSupports
{
    private static readonly ImmutableArray<StandardOfProof> Standards = [StandardOfProof.Corroborated, StandardOfProof.Verified];

    /// <summary>The same subjects, each sum with what bears it out.</summary>
    /// <param name="case">The case.</param>
    /// <param name="subjects">All subjects of the case; a sum is held against those of them that are single events.</param>
    /// <param name="rules">The rules that say of which standard these are.</param>
    public static ImmutableArray<FindingSubject> Add(Case @case, ImmutableArray<FindingSubject> subjects, FindingRules rules)
    {
        if (!subjects.Any(s => s.IsAggregate))
        {
            return subjects;
        }

        var provenance = new Provenance(@case);
        var events = new BorneEvents(subjects.Where(s => !s.IsAggregate), provenance, rules);
        var fit = new ContainmentRules(@case.Places);
        return [.. subjects.Select(s => s.IsAggregate ? s with { Sums = Of(s, provenance, events, fit) } : s)];
    }

    private static ImmutableArray<SumSupport> Of(FindingSubject subject, Provenance provenance, BorneEvents events, ContainmentRules fit) =>
    [
        .. subject.Reports.Where(r => r is { IsAggregate: true, PartOf: null, Count.Max: not 0 } && provenance.Stands(r)).OrderBy(r => r.Id)
            .SelectMany(sum => Standards.Select(s => Of(sum, s, events.Touching(sum, s, fit), fit))),
    ];

    private static SumSupport Of(Report sum, StandardOfProof standard, List<(int Event, Report Report)> touching, ContainmentRules fit)
    {
        var (least, told) = Least(touching.Where(t => fit.IsWithin(t.Report, sum)));
        return new SumSupport(sum.Id, sum.Count, standard, least, Most(touching), told);
    }

    // Events of different sources may be the same. Of one event the report of a source that says least of it counts.
    private static (long Least, ImmutableArray<ReportId> Told) Least(IEnumerable<(int Event, Report Report)> within)
    {
        var best = (Sum: 0L, Reports: Enumerable.Empty<Report>());
        foreach (var source in within.Where(w => w.Report.Quotes.IsEmpty).GroupBy(w => w.Report.Source).OrderBy(g => g.Key))
        {
            var told = source.GroupBy(w => w.Event).Select(g => g.Select(w => w.Report).MinBy(r => (r.Count.Min, r.Id))!).ToList();
            var sum = told.Sum(r => r.Count.Min);
            best = sum > best.Sum ? (sum, told) : best;
        }

        return (best.Sum, [.. best.Reports.Select(r => r.Id).Order()]);
    }

    private static long? Most(List<(int Event, Report Report)> touching)
    {
        long? most = 0;
        foreach (var told in touching.GroupBy(t => t.Event, t => t.Report.Count.Max))
        {
            most += told.Contains(null) ? null : told.Max();
        }

        return most;
    }

    // Reports of single events that are corroborated or better, in the order in which their windows begin.
    private sealed class BorneEvents
    {
        private readonly List<(int Event, StandardOfProof Standard, Report Report)> told = [];
        private readonly List<NodaTime.Instant> latestEnd = [];

        public BorneEvents(IEnumerable<FindingSubject> singles, Provenance provenance, FindingRules rules)
        {
            foreach (var (subject, number) in singles.Select((s, i) => (s, i)))
            {
                var standard = Ladder.Of(subject, provenance, rules).Standard;
                if (standard >= Standards[0])
                {
                    told.AddRange(subject.Reports.Where(r => r is { PartOf: null, Count.Max: not 0 } && provenance.Stands(r)).Select(r => (number, standard, r)));
                }
            }

            told.Sort((a, b) => (Intervals.StartOf(a.Report.Window.Extent), a.Report.Id).CompareTo((Intervals.StartOf(b.Report.Window.Extent), b.Report.Id)));
            foreach (var (_, _, report) in told)
            {
                var end = Intervals.EndOf(report.Window.Extent);
                latestEnd.Add(latestEnd.Count > 0 ? NodaTime.Instant.Max(end, latestEnd[^1]) : end);
            }
        }

        public List<(int Event, Report Report)> Touching(Report sum, StandardOfProof standard, ContainmentRules fit)
        {
            var (start, end) = (Intervals.StartOf(sum.Window.Extent), Intervals.EndOf(sum.Window.Extent));
            var first = latestEnd.BinarySearch(start);
            var found = new List<(int, Report)>();
            for (var i = first < 0 ? ~first : first; i < told.Count && Intervals.StartOf(told[i].Report.Window.Extent) < end; i++)
            {
                if (told[i].Standard >= standard && fit.MayTouch(told[i].Report, sum))
                {
                    found.Add((told[i].Event, told[i].Report));
                }
            }

            return found;
        }
    }
}
