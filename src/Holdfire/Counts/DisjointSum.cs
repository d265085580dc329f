namespace Holdfire.Counts;

/// <summary>The largest sum over pairwise disjoint claims of one source.</summary>
/// <remarks>
/// Classes that cannot hold the same events are summed apart. Where all classes of a group may, disjoint means disjoint
/// in time, and weighted interval scheduling is exact (Kleinberg and Tardos, Algorithm Design, 2006, section 6.1).
/// Else <see cref="FrontierSum"/> is.
/// </remarks>
internal sealed class DisjointSum(ClaimSeries series)
{
    /// <summary>The sum for claims given by their places in order.</summary>
    public long Largest(int[] claims, Func<int, long> weight)
    {
        var links = NestedApart(claims);
        var classes = claims.Select(i => series.Classes[i]).Distinct().ToArray();
        var group = Groups(classes, links);
        long sum = 0;
        foreach (var members in claims.GroupBy(i => group[series.Classes[i]]))
        {
            int[] own = [.. members];
            var kinds = own.Select(i => series.Classes[i]).Distinct().ToArray();
            var linked = links.Where(l => group[series.Classes[l.Inner]] == members.Key).ToArray();
            var allRivals = linked.Length == 0 && kinds.All(a => kinds.All(b => series.Table.Conflict(a, b)));
            var part = allRivals ? Scheduled(own, weight) : new FrontierSum(series, own, weight, linked).Largest() ??
                LowerBound(own, kinds, linked, weight);
            sum = ClaimShare.Plus(sum, part);
        }

        return sum;
    }

    /// <summary>The largest sum over claims that do not overlap in time.</summary>
    public long Scheduled(int[] claims, Func<int, long> weight)
    {
        int[] byEnd = [.. claims.OrderBy(i => series.Ends[i])];
        var ends = Array.ConvertAll(byEnd, i => series.Ends[i]);
        var best = new long[byEnd.Length + 1];
        for (var k = 0; k < byEnd.Length; k++)
        {
            var before = EndedBy(ends, k, series.Starts[byEnd[k]]);
            best[k + 1] = Math.Max(best[k], ClaimShare.Plus(best[before], weight(byEnd[k])));
        }

        return best[^1];
    }

    private static int EndedBy(long[] ends, int count, long start)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ends[middle] <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Recorded inclusions between claims of one time that nothing else says may share an event. An inclusion in a claim of
    // another time contradicts itself, and would make the sum over two windows pass that of both together.
    private (int Inner, int Outer)[] NestedApart(int[] claims)
    {
        if (series.Ancestors.Count == 0)
        {
            return [];
        }

        var present = claims.ToHashSet();
        return [.. claims.Where(series.Ancestors.ContainsKey)
            .SelectMany(i => series.Ancestors[i].Where(present.Contains).Select(o => (Inner: i, Outer: o)))
            .Where(l => series.Starts[l.Inner] < series.Ends[l.Outer] && series.Starts[l.Outer] < series.Ends[l.Inner])
            .Where(l => !FrontierSum.Rivals(series, l.Inner, l.Outer))];
    }

    private Dictionary<int, int> Groups(int[] classes, (int Inner, int Outer)[] links)
    {
        var group = classes.ToDictionary(c => c, c => c);
        void Join(int a, int b)
        {
            var (from, to) = (group[b], group[a]);
            foreach (var c in classes.Where(c => from != to && group[c] == from))
            {
                group[c] = to;
            }
        }

        for (var a = 0; a < classes.Length; a++)
        {
            for (var b = a + 1; b < classes.Length; b++)
            {
                if (series.Table.Conflict(classes[a], classes[b]))
                {
                    Join(classes[a], classes[b]);
                }
            }
        }

        foreach (var link in links)
        {
            Join(series.Classes[link.Inner], series.Classes[link.Outer]);
        }

        return group;
    }

    // Too many claims at once for the exact sum. Both of these are sums over disjoint claims, so they are lower bounds.
    private long LowerBound(int[] claims, int[] kinds, (int Inner, int Outer)[] links, Func<int, long> weight)
    {
        var inner = links.Select(l => l.Inner).ToHashSet();
        int[] apart = [.. claims.Where(i => !inner.Contains(i))];
        var asOne = Scheduled(apart, weight);
        var chosen = new List<int>();
        long sum = 0;
        var perKind = kinds.Select(k => (Kind: k, Sum: Scheduled([.. apart.Where(i => series.Classes[i] == k)], weight)));
        foreach (var (kind, own) in perKind.OrderByDescending(k => k.Sum).ThenBy(k => k.Kind))
        {
            if (chosen.TrueForAll(c => !series.Table.Conflict(c, kind)))
            {
                chosen.Add(kind);
                sum = ClaimShare.Plus(sum, own);
            }
        }

        return Math.Max(asOne, sum);
    }
}
