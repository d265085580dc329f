using System.Numerics;

namespace Holdfire.Fusion;

/// <summary>
/// Many nodes: from a start, each group is solved again exactly together with the groups nearest to it, as long as that adds
/// weight (large neighbourhood search).
/// </summary>
internal sealed class LocalSolver
{
    private const double Least = 1e-9;

    private readonly Problem problem;
    private readonly NodeGraph graph;
    private readonly SortedSet<int>[] groups;

    /// <summary>Nodes in the groups that they are in to begin with.</summary>
    public LocalSolver(Problem problem, NodeGraph graph, int[] groupOf)
    {
        (this.problem, this.graph, GroupOf) = (problem, graph, groupOf);
        groups = [.. GroupOf.Select(_ => new SortedSet<int>())];
        for (var i = 0; i < GroupOf.Length; i++)
        {
            groups[GroupOf[i]].Add(i);
        }
    }

    /// <summary>For each node the least node of its group.</summary>
    public int[] GroupOf { get; }

    /// <summary>Whether no other grouping of these nodes, just solved, weighs more than theirs.</summary>
    public bool IsBest(int[] nodes, ExactSolver exact) =>
        exact.BestBits <= nodes.Select(n => GroupOf[n]).Distinct().Sum(g => exact.BitsOf(Clustering.MaskOf(GroupOf, g, nodes))) + Least;

    /// <summary>Solves each of these groups again with those near to it. Returns the nodes whose groups are others now.</summary>
    public HashSet<int> Improve(IEnumerable<int> better, ExactSolver exact)
    {
        var changed = new HashSet<int>();
        foreach (var group in better)
        {
            if (Around(group) is { Length: > 0 } nodes)
            {
                Improve(nodes, exact, changed);
            }
        }

        return changed;
    }

    /// <summary>The groups that these nodes, or nodes beside them, are in, rising.</summary>
    public int[] GroupsNear(IEnumerable<int> nodes) =>
        [.. nodes.SelectMany(n => graph.Of(n).Select(o => o.Node).Append(n)).Select(n => GroupOf[n]).Distinct().Order()];

    /// <summary>The nodes of a group, known by its least node.</summary>
    public int[] Nodes(int group) => [.. groups[group]];

    /// <summary>
    /// The nodes of a group, known by its least node, and of those nearest to it, in order; none where the group alone is too
    /// large.
    /// </summary>
    public int[] Around(int group)
    {
        var near = new SortedSet<int>(groups[group]);
        foreach (var other in Neighbours(group))
        {
            if (near.Count + groups[other].Count <= ExactSolver.Most)
            {
                near.UnionWith(groups[other]);
            }
        }

        return near.Count <= ExactSolver.Most ? [.. near] : [];
    }

    // The other groups by their best candidate pair with this one, the weightiest first, ties by the lesser node.
    private IEnumerable<int> Neighbours(int group)
    {
        var best = new Dictionary<int, (double Bits, int Node)>();
        foreach (var node in groups[group])
        {
            foreach (var (other, bits) in graph.Of(node))
            {
                if (GroupOf[other] is var to && to != group &&
                    (!best.TryGetValue(to, out var before) || IsBefore((bits, other), before)))
                {
                    best[to] = (bits, other);
                }
            }
        }

        List<(int Group, (double Bits, int Node) Best)> all = [.. best.Select(b => (b.Key, b.Value))];
        all.Sort((x, y) => IsBefore(x.Best, y.Best) ? -1 : IsBefore(y.Best, x.Best) ? 1 : 0);
        return all.Select(n => n.Group);

        static bool IsBefore((double Bits, int Node) a, (double Bits, int Node) b) => a.Bits > b.Bits || (a.Bits.Equals(b.Bits) && a.Node < b.Node);
    }

    private void Improve(int[] nodes, ExactSolver exact, HashSet<int> changed)
    {
        exact.Solve(problem, nodes);
        if (IsBest(nodes, exact))
        {
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
                GroupOf[node] = least;
            }
        }
    }
}
