namespace Holdfire.Counts;

/// <summary>The largest sum over pairwise disjoint claims of one source.</summary>
/// <remarks>
/// Kinds that cannot hold the same events are summed apart. Where all kinds of a group may, disjoint means disjoint
/// in time, and weighted interval scheduling is exact (Kleinberg and Tardos, Algorithm Design, 2006, section 6.1).
/// Else <see cref="FrontierSum"/> is. Rows that are distinct events are disjoint whatever their times.
/// </remarks>
internal sealed class DisjointSum(ClaimSeries series)
{
    // The work in steps, each a pair of claims that is looked at, so that the limit is the same on every machine.
    private const long MostSteps = 200_000_000;

    private readonly KindGroups groups = new(series);
    private long steps;

    /// <summary>The sum for claims given by their places in order.</summary>
    /// <exception cref="TooLargeException">All sums asked of this object together take too many steps.</exception>
    public long Largest(int[] claims, Func<int, long> weight)
    {
        if (claims.Length == 1)
        {
            return weight(claims[0]);
        }

        var links = NestedApart(claims);
        if (series.Table.All[series.Classes[claims[0]]].IsDistinct)
        {
            return OfDistinct(claims, links, weight);
        }

        long sum = 0;
        foreach (var (own, kinds) in groups.Of(claims, series.HasSplits ? [.. links, .. Together(claims)] : links))
        {
            var linked = links.Length == 0 ? [] : links.Where(l => Array.BinarySearch(own, l.Inner) >= 0).ToArray();
            var part = linked.Length == 0 && AllConflict(kinds) && !(series.HasSplits && Array.Exists(own, i => series.SplitOf(i) >= 0)) ? Scheduled(own, weight)
                : Frontier(own, weight, linked) ?? LowerBound(own, kinds, linked, weight);
            sum = ClaimShare.Plus(sum, part);
        }

        return sum;
    }

    // Of rows that are distinct events all add up but those that are recorded to be in others.
    private long OfDistinct(int[] claims, (int Inner, int Outer)[] links, Func<int, long> weight)
    {
        var linked = links.SelectMany(l => new[] { l.Inner, l.Outer }).Concat(claims.Where(c => series.SplitOf(c) >= 0)).ToHashSet();
        var sum = claims.Where(c => !linked.Contains(c)).Aggregate(0L, (all, c) => ClaimShare.Plus(all, weight(c)));
        if (linked.Count == 0)
        {
            return sum;
        }

        int[] nested = [.. claims.Where(linked.Contains)];
        var outermost = nested.Where(c => series.SplitOf(c) < 0 && !links.Any(l => l.Inner == c)).Aggregate(0L, (all, c) => ClaimShare.Plus(all, weight(c)));
        return ClaimShare.Plus(sum, Frontier(nested, weight, links) ?? outermost);
    }

    /// <summary>The largest sum over claims that do not overlap in time.</summary>
    public long Scheduled(int[] claims, Func<int, long> weight)
    {
        if (claims.Length == 0)
        {
            return 0;
        }

        var byEnd = claims.AsSpan().ToArray();
        var ends = Array.ConvertAll(byEnd, i => series.Ends[i]);
        Array.Sort(ends, byEnd);
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
        if (series.Ancestors.Count == 0 || ConflictThroughout(claims))
        {
            return [];
        }

        var links = new List<(int Inner, int Outer)>();
        foreach (var inner in claims)
        {
            if (!series.Ancestors.TryGetValue(inner, out var outers))
            {
                continue;
            }

            Step(outers.Length);
            foreach (var outer in outers)
            {
                if (series.Starts[inner] < series.Ends[outer] && series.Starts[outer] < series.Ends[inner] &&
                    !FrontierSum.Rivals(series, inner, outer) && Array.BinarySearch(claims, outer) >= 0)
                {
                    links.Add((inner, outer));
                }
            }
        }

        return [.. links];
    }

    // What one claim is counted as belongs together, whatever the kinds.
    private IEnumerable<(int, int)> Together(int[] claims) => claims.Where(c => series.SplitOf(c) >= 0).GroupBy(series.SplitOf)
        .SelectMany(g => g.Skip(1).Select(c => (g.First(), c)));

    private long? Frontier(int[] claims, Func<int, long> weight, (int Inner, int Outer)[] links)
    {
        var sum = new FrontierSum(series, claims, weight, links);
        Step(sum.Pairs);
        return sum.Largest();
    }

    private void Step(long more)
    {
        steps += more;
        if (steps > MostSteps)
        {
            throw new TooLargeException(FormattableString.Invariant(
                $"cannot say: {series.Claims.Length} claims, of which many are included in others or may hold the same events, are too many to sum; ask for fewer at once, or enter totals without what they include"));
        }
    }

    // Then each pair that overlaps in time is apart from the other already, whatever is recorded.
    private bool ConflictThroughout(int[] claims)
    {
        if (series.HasSplits)
        {
            return false;
        }

        int[] kinds = [.. claims.Select(c => series.Kinds[c]).Distinct()];
        return AllConflict(kinds) && kinds.All(k => series.Conflict(k, k));
    }

    private bool AllConflict(int[] kinds)
    {
        for (var a = 0; a < kinds.Length; a++)
        {
            for (var b = a + 1; b < kinds.Length; b++)
            {
                if (!series.Conflict(kinds[a], kinds[b]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Too many claims at once for the exact sum. Both of these are sums over disjoint claims, so they are lower bounds. Of kinds with
    // equal sums the one that comes first in time is taken first, so that no claim but these bears on it.
    private long LowerBound(int[] claims, int[] kinds, (int Inner, int Outer)[] links, Func<int, long> weight)
    {
        var inner = links.Select(l => l.Inner).ToHashSet();
        int[] apart = [.. claims.Where(i => !inner.Contains(i))];
        var asOne = Scheduled(apart, weight);
        var chosen = new List<int>();
        long sum = 0;
        var perKind = kinds.Select(k => (Kind: k, Sum: Scheduled([.. apart.Where(i => series.Kinds[i] == k && !series.IsWhole(i))], weight)));
        foreach (var (kind, own) in perKind.OrderByDescending(k => k.Sum))
        {
            if (chosen.TrueForAll(c => !series.Conflict(c, kind)))
            {
                chosen.Add(kind);
                sum = ClaimShare.Plus(sum, own);
            }
        }

        return Math.Max(asOne, sum);
    }
}
