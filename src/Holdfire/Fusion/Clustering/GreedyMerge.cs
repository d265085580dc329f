namespace Holdfire.Fusion;

/// <summary>
/// Joins the two groups whose joining adds most, again and again, until none adds anything: greedy additive contraction
/// (Keuper et al. 2015) with the weight of whole groups in place of sums over pairs.
/// </summary>
internal sealed class GreedyMerge(Problem problem, NodeGraph graph)
{
    private readonly int[][] groups = [.. Enumerable.Range(0, problem.Nodes.Length).Select(i => new[] { i })];
    private readonly double[] bits = new double[problem.Nodes.Length];
    private readonly int[] version = new int[problem.Nodes.Length];
    private readonly int[] groupOf = [.. Enumerable.Range(0, problem.Nodes.Length)];
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB, double Bits), (double, int, int)> queue = new();

    /// <summary>For each node the least node of its group.</summary>
    public int[] Merge()
    {
        for (var a = 0; a < groups.Length; a++)
        {
            foreach (var (b, own) in graph.Of(a))
            {
                if (a < b)
                {
                    Offer(a, b, own);
                }
            }
        }

        while (queue.TryDequeue(out var next, out _))
        {
            if (version[next.A] == next.VersionA && version[next.B] == next.VersionB)
            {
                Join(next.A, next.B, next.Bits);
            }
        }

        return groupOf;
    }

    // The lesser node leads, so a group is known by its least node.
    private void Join(int a, int b, double joined)
    {
        groups[a] = Union(groups[a], groups[b]);
        foreach (var node in groups[b])
        {
            groupOf[node] = a;
        }

        groups[b] = [];
        (bits[a], version[a], version[b]) = (joined, version[a] + 1, version[b] + 1);
        foreach (var other in Around(a))
        {
            var (low, high) = (Math.Min(a, other), Math.Max(a, other));
            if (MayJoin(groups[low], groups[high]))
            {
                Offer(low, high, problem.Bits(Union(groups[low], groups[high])));
            }
        }
    }

    private SortedSet<int> Around(int group)
    {
        var around = new SortedSet<int>();
        foreach (var node in groups[group])
        {
            foreach (var (other, _) in graph.Of(node))
            {
                if (groupOf[other] != group)
                {
                    around.Add(groupOf[other]);
                }
            }
        }

        return around;
    }

    private bool MayJoin(int[] a, int[] b)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (!problem.AreCompatible(x, y))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int[] Union(int[] a, int[] b)
    {
        int[] both = [.. a, .. b];
        Array.Sort(both);
        return both;
    }

    private void Offer(int a, int b, double joined)
    {
        var gain = joined - bits[a] - bits[b];
        if (gain > 0)
        {
            queue.Enqueue((a, b, version[a], version[b], joined), (-gain, a, b));
        }
    }
}
