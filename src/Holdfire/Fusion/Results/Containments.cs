using System.Collections.Immutable;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Time;

namespace Holdfire.Fusion;

/// <summary>Accounts for what reports that sum events contain. docs/fusion.md, section "Sums contain events".</summary>
public sealed class Containments
{
    private readonly FusionResult result;
    private readonly ContainmentRules rules;
    private readonly int[] singles;

    /// <summary>The single reports of a result, in the order in which their windows begin.</summary>
    /// <param name="result">The result.</param>
    /// <param name="places">The places that its reports name.</param>
    public Containments(FusionResult result, Gazetteer places)
    {
        (this.result, rules) = (result, new ContainmentRules(places));
        singles = [.. Enumerable.Range(0, result.Count).Where(i => !result.ReportAt(i).IsAggregate)
            .OrderBy(i => Intervals.StartOf(result.ReportAt(i).Window.Extent)).ThenBy(i => i)];
    }

    /// <summary>All sums, by id. Parts of sums, which lie in their wholes, are sums too.</summary>
    public IEnumerable<Containment> All() =>
        Enumerable.Range(0, result.Count).Select(result.ReportAt).Where(r => r.IsAggregate).Select(Of);

    /// <summary>What one sum contains.</summary>
    public Containment Of(Report sum)
    {
        var end = Intervals.EndOf(sum.Window.Extent);
        var (within, touching) = (new List<int>(), new List<int>());
        foreach (var single in singles)
        {
            var report = result.ReportAt(single);
            if (Intervals.StartOf(report.Window.Extent) >= end)
            {
                break;
            }

            if (rules.MayTouch(report, sum))
            {
                touching.Add(single);
                if (rules.IsWithin(report, sum))
                {
                    within.Add(single);
                }
            }
        }

        var (least, of) = Least(within);
        return new Containment(
            sum, sum.Count, least, Most(touching), Incidents(within), Incidents(touching), of);
    }

    private int Incidents(IEnumerable<int> rows) => rows.Select(result.GroupOf).Distinct().Count();

    // Reports of one source are of different events unless it repeats itself, and then they are in one incident: the one
    // that says least of it counts, since any of them may be the right one.
    private (long Least, ImmutableArray<ReportId> Of) Least(List<int> within)
    {
        var best = (Sum: 0L, Rows: Enumerable.Empty<int>());
        foreach (var source in within.Where(r => result.ReportAt(r).Quotes.IsEmpty || IsOwnRepeat(r))
            .GroupBy(r => result.ReportAt(r).Source).OrderBy(g => g.Key))
        {
            var rows = source.GroupBy(result.GroupOf).Select(g => g.MinBy(r => result.ReportAt(r).Count.Min)).ToList();
            var sum = rows.Sum(r => result.ReportAt(r).Count.Min);
            best = sum > best.Sum ? (sum, rows) : best;
        }

        return (best.Sum, [.. best.Rows.Select(r => result.ReportAt(r).Id).Order()]);
    }

    private bool IsOwnRepeat(int row) => result.ReportAt(row).Quotes.Any(q =>
        result.Rows.TryFind(q, out var other) && result.ReportAt(other).Source == result.ReportAt(row).Source);

    // Reports that stand in one incident count once, where that they do is stated; where it was inferred they may be of as
    // many events as there are reports that add evidence.
    private long? Most(List<int> touching)
    {
        long? most = 0;
        foreach (var group in touching.GroupBy(result.GroupOf))
        {
            foreach (var atom in group.GroupBy(result.AtomOf))
            {
                var largest = atom.Any(r => result.ReportAt(r).Count.Max is null) ? null : atom.Max(r => result.ReportAt(r).Count.Max);
                most += largest;
            }
        }

        return most;
    }
}
