using Holdfire.Places;

namespace Holdfire.Counts;

/// <summary>The largest sum of lower counts over claims that are pairwise set apart in time, act or area.</summary>
/// <remarks>
/// A maximum-weight independent set. Claims fall into runs that overlap in time, each solved alone: by weighted interval
/// scheduling where act and area set nothing apart (exact, O(n log n)), else by branch and bound up to
/// <see cref="ExactLimit"/> claims (exact). A longer mixed run gives the better of interval scheduling and a greedy choice:
/// still a true lower bound, if perhaps not the largest.
/// </remarks>
internal static class DisjointSum
{
    /// <summary>The longest mixed run that is solved exactly.</summary>
    public const int ExactLimit = 30;

    /// <summary>The sum over claims sorted by start.</summary>
    public static long Of(IReadOnlyList<Claim> sorted, Gazetteer places)
    {
        long sum = 0;
        for (var first = 0; first < sorted.Count;)
        {
            var end = sorted[first].End;
            var next = first + 1;
            for (; next < sorted.Count && sorted[next].Start < end; next++)
            {
                end = NodaTime.Instant.Max(end, sorted[next].End);
            }

            sum += next - first == 1 ? sorted[first].Lower : OfRun([.. sorted.Skip(first).Take(next - first)], places);
            first = next;
        }

        return sum;
    }

    private static long OfRun(Claim[] run, Gazetteer places)
    {
        var kinds = run.DistinctBy(c => (c.Report.Act, Areas: string.Join(';', c.Report.Areas))).ToList();
        if (kinds.All(a => kinds.All(b => a.SharesActAndArea(b, places))))
        {
            return Scheduled(run);
        }

        if (run.Length > ExactLimit)
        {
            return Math.Max(Scheduled(run), Greedy(run, places));
        }

        var heavy = run.OrderByDescending(c => c.Lower).ThenBy(c => c.Report.Id).ToArray();
        var rest = new long[heavy.Length + 1];
        for (var i = heavy.Length - 1; i >= 0; i--)
        {
            rest[i] = rest[i + 1] + heavy[i].Lower;
        }

        var conflicts = new long[heavy.Length];
        for (var i = 0; i < heavy.Length; i++)
        {
            for (var j = 0; j < heavy.Length; j++)
            {
                conflicts[i] |= heavy[i].Conflicts(heavy[j], places) ? 1L << j : 0;
            }
        }

        return Branch(heavy, conflicts, rest, 0, 0, 0, 0);
    }

    private static long Branch(Claim[] claims, long[] conflicts, long[] rest, int at, long blocked, long sum, long best)
    {
        if (at == claims.Length || sum + rest[at] <= best)
        {
            return Math.Max(best, sum);
        }

        if ((blocked >> at & 1) == 0)
        {
            best = Branch(claims, conflicts, rest, at + 1, blocked | conflicts[at], sum + claims[at].Lower, best);
        }

        return Branch(claims, conflicts, rest, at + 1, blocked, sum, best);
    }

    /// <summary>Weighted interval scheduling (Kleinberg and Tardos, Algorithm Design, 6.1).</summary>
    private static long Scheduled(Claim[] run)
    {
        var byEnd = run.OrderBy(c => c.End).ThenBy(c => c.Start).ToArray();
        var best = new long[byEnd.Length + 1];
        for (var i = 0; i < byEnd.Length; i++)
        {
            int low = 0, high = i;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (byEnd[middle].End <= byEnd[i].Start)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            best[i + 1] = Math.Max(best[i], best[low] + byEnd[i].Lower);
        }

        return best[^1];
    }

    private static long Greedy(Claim[] run, Gazetteer places)
    {
        var taken = new List<Claim>();
        foreach (var claim in run.OrderByDescending(c => c.Lower).ThenBy(c => c.Report.Id))
        {
            if (!taken.Exists(t => t.Conflicts(claim, places)))
            {
                taken.Add(claim);
            }
        }

        return taken.Sum(c => c.Lower);
    }
}
