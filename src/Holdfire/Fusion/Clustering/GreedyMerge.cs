namespace Holdfire.Fusion;

/// <summary>
/// Joins the two groups whose joining adds most, again and again, until none adds anything: greedy additive contraction
/// (Keuper et al. 2015) with the weight of whole groups in place of sums over pairs.
/// </summary>
internal sealed class GreedyMerge(Problem problem, NodeGraph graph)
{
    // The work in steps, each a node of a group that is weighed or compared, so that the limit is the same on every machine.
    private const long MostSteps = 100_000_000;

    // For each group those that hold a candidate of one of its nodes.
    private readonly HashSet<int>[] near = [.. Enumerable.Range(0, problem.Nodes.Length).Select(i => graph.Of(i).Select(o => o.Node).ToHashSet())];

    // Whether two groups may join, for pairs that were asked; the lesser first. Once they may not, they never may.
    private readonly Dictionary<(int, int), bool> mayJoin = [];
    private long steps;

    private readonly int[][] groups = [.. Enumerable.Range(0, problem.Nodes.Length).Select(i => new[] { i })];
    private readonly double[] bits = new double[problem.Nodes.Length];
    private readonly int[] version = new int[problem.Nodes.Length];
    private readonly int[] groupOf = [.. Enumerable.Range(0, problem.Nodes.Length)];
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB, double Bits), (double, int, int)> queue = new();

    /// <summary>For each node the least node of its group; null where that takes too many steps.</summary>
    public int[]? Merge()
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
            if (steps > MostSteps)
            {
                return null;
            }

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
        JoinNear(a, b);
        groups[a] = Union(groups[a], groups[b]);
        foreach (var node in groups[b])
        {
            groupOf[node] = a;
        }

        groups[b] = [];
        (bits[a], version[a], version[b]) = (joined, version[a] + 1, version[b] + 1);
        steps += near[a].Count;
        foreach (var other in near[a].Order())
        {
            var (low, high) = (Math.Min(a, other), Math.Max(a, other));
            if (MayJoin(low, high))
            {
                steps += groups[low].Length + groups[high].Length;
                Offer(low, high, problem.Bits(Union(groups[low], groups[high])));
            }
        }
    }

    // What was near to either is near to both together, and may join them only where it might join each.
    private void JoinNear(int a, int b)
    {
        near[a].Remove(b);
        near[b].Remove(a);
        foreach (var other in near[a].Union(near[b]))
        {
            mayJoin[Key(a, other)] = MayJoin(a, other) && MayJoin(b, other);
            mayJoin.Remove(Key(b, other));
        }

        foreach (var other in near[b])
        {
            near[other].Remove(b);
            near[other].Add(a);
        }

        near[a].UnionWith(near[b]);
        near[b] = [];
    }

    private static (int, int) Key(int a, int b) => (Math.Min(a, b), Math.Max(a, b));

    private bool MayJoin(int a, int b)
    {
        if (!mayJoin.TryGetValue(Key(a, b), out var may))
        {
            steps += (long)groups[a].Length * groups[b].Length;
            mayJoin[Key(a, b)] = may = AreCompatible(groups[a], groups[b]);
        }

        return may;
    }

    private bool AreCompatible(int[] a, int[] b)
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
