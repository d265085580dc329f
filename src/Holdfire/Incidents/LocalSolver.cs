using System.Numerics;

namespace Holdfire.Incidents;

/// <summary>
/// Many nodes: a greedy start, then each group is solved again exactly together with the groups nearest to it, as long as
/// that adds weight (large neighbourhood search).
/// </summary>
internal sealed class LocalSolver
{
    /// <summary>
    /// The most nodes that are solved again at once for a better grouping. Odds are asked among <see cref="ExactSolver.Most"/>:
    /// a group's rivals that are left out are taken as if they were not there.
    /// </summary>
    private const int Near = 9;
    private const int Rounds = 4;
    private const double Least = 1e-9;

    private readonly Problem problem;
    private readonly ExactSolver exact;
    private readonly NodeGraph graph;
    private readonly int[] groupOf;
    private readonly SortedSet<int>[] groups;
    private readonly double[] probability;
    private readonly (int[] Nodes, int[] Group, double Probability)[] solved;

    /// <summary>A greedy start for these nodes and candidate pairs of rows.</summary>
    public LocalSolver(Problem problem, ExactSolver exact, IEnumerable<Edge> edges)
    {
        (this.problem, this.exact) = (problem, exact);
        graph = new NodeGraph(problem, edges);
        groupOf = new GreedyMerge(problem, graph).Merge();
        groups = [.. groupOf.Select(_ => new SortedSet<int>())];
        probability = new double[groupOf.Length];
        solved = new (int[], int[], double)[groupOf.Length];
        for (var i = 0; i < groupOf.Length; i++)
        {
            groups[groupOf[i]].Add(i);
        }
    }

    public Clustering Solve()
    {
        var open = Enumerable.Range(0, groupOf.Length).ToHashSet();
        for (var round = 0; round < Rounds && open.Count > 0; round++)
        {
            var changed = new HashSet<int>();
            for (var group = 0; group < groups.Length; group++)
            {
                if (groups[group].Any(open.Contains))
                {
                    Improve(group, changed);
                }
            }

            open = changed;
        }

        foreach (var group in groupOf.Where((g, i) => g == i))
        {
            probability[group] = ProbabilityOf(group);
        }

        return new Clustering(groupOf, probability, Around);
    }

    /// <summary>
    /// The nodes of a group, known by its least node, and of those nearest to it, in order; none where the group alone is too
    /// large.
    /// </summary>
    public int[] Around(int group) => Around(group, ExactSolver.Most);

    private int[] Around(int group, int most)
    {
        var near = new SortedSet<int>(groups[group]);
        foreach (var (other, _) in Neighbours(group))
        {
            if (near.Count + groups[other].Count <= most)
            {
                near.UnionWith(groups[other]);
            }
        }

        return near.Count <= ExactSolver.Most ? [.. near] : [];
    }

    // The other groups by their best candidate pair with this one, the weightiest first, ties by the lesser node.
    private List<(int Group, (double Bits, int Node) Best)> Neighbours(int group)
    {
        var best = new Dictionary<int, (double Bits, int Node)>();
        foreach (var node in groups[group])
        {
            foreach (var (other, bits) in graph.Of(node))
            {
                if (groupOf[other] is var to && to != group &&
                    (!best.TryGetValue(to, out var before) || IsBefore((bits, other), before)))
                {
                    best[to] = (bits, other);
                }
            }
        }

        List<(int Group, (double Bits, int Node) Best)> all = [.. best.Select(b => (b.Key, b.Value))];
        all.Sort((x, y) => IsBefore(x.Best, y.Best) ? -1 : IsBefore(y.Best, x.Best) ? 1 : 0);
        return all;

        static bool IsBefore((double Bits, int Node) a, (double Bits, int Node) b) => a.Bits > b.Bits || (a.Bits.Equals(b.Bits) && a.Node < b.Node);
    }

    private void Improve(int group, HashSet<int> changed)
    {
        var nodes = Around(group, Near);
        if (nodes.Length == 0 || (nodes.Length == groups[group].Count && nodes.Length < 3))
        {
            return;
        }

        var before = nodes.Where(n => groupOf[n] == n).Sum(n => problem.Bits([.. groups[n]]));
        exact.Solve(problem, nodes);
        if (exact.BestBits <= before + Least)
        {
            solved[group] = (nodes, [.. groups[group]], exact.Probability(MaskOf(group, nodes)));
            return;
        }

        changed.UnionWith(nodes);
        foreach (var node in nodes)
        {
            groups[node].Clear();
        }

        foreach (var mask in exact.BestGroups())
        {
            var least = nodes[BitOperations.TrailingZeroCount(mask)];
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                var node = nodes[BitOperations.TrailingZeroCount(rest)];
                groups[least].Add(node);
                groupOf[node] = least;
            }
        }
    }

    private double ProbabilityOf(int group)
    {
        var nodes = Around(group);
        if (nodes.Length == 0)
        {
            return OfLarge(group);
        }

        // The answer depends on these nodes alone, so one found on the way still holds.
        if (solved[group] is { Nodes: { } before } known && before.AsSpan().SequenceEqual(nodes) && groups[group].SetEquals(known.Group))
        {
            return known.Probability;
        }

        exact.Solve(problem, nodes);
        return exact.Probability(MaskOf(group, nodes));
    }

    private int MaskOf(int group, int[] nodes)
    {
        var mask = 0;
        foreach (var node in groups[group])
        {
            mask |= 1 << Array.BinarySearch(nodes, node);
        }

        return mask;
    }

    // Too many nodes for all partitions: against the readings in which one of them is apart.
    private double OfLarge(int group)
    {
        int[] all = [.. groups[group]];
        var whole = problem.Bits(all);
        return 1 / (1 + all.Sum(left => problem.Scorer.Odds(problem.Bits([.. all.Where(n => n != left)]) - whole)));
    }
}
