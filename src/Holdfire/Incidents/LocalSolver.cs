using System.Numerics;

namespace Holdfire.Incidents;

/// <summary>
/// Many nodes: from a start, each group is solved again exactly together with the groups nearest to it that a pair
/// speaks for, as long as that adds weight (large neighbourhood search).
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

    /// <summary>Solves groups again with those near to them, until that adds nothing or for a few rounds.</summary>
    public void Improve(ExactSolver exact)
    {
        var open = Enumerable.Range(0, GroupOf.Length).ToHashSet();
        for (var round = 0; round < Rounds && open.Count > 0; round++)
        {
            var changed = new HashSet<int>();
            for (var group = 0; group < groups.Length; group++)
            {
                if (groups[group].Any(open.Contains))
                {
                    Improve(group, exact, changed);
                }
            }

            open = changed;
        }
    }

    /// <summary>The probability of a group of too many nodes for all partitions: against the readings in which one of them is apart.</summary>
    public double OddsOfLarge(int group)
    {
        int[] all = [.. groups[group]];
        var whole = problem.Bits(all);
        return 1 / (1 + all.Sum(left => problem.Scorer.Odds(problem.Bits([.. all.Where(n => n != left)]) - whole)));
    }

    /// <summary>
    /// The nodes of a group, known by its least node, and of those nearest to it, in order; none where the group alone is too
    /// large.
    /// </summary>
    public int[] Around(int group) => Around(group, ExactSolver.Most, double.NegativeInfinity);

    private int[] Around(int group, int most, double above)
    {
        var near = new SortedSet<int>(groups[group]);
        foreach (var (other, best) in Neighbours(group))
        {
            if (best.Bits > above && near.Count + groups[other].Count <= most)
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
                if (GroupOf[other] is var to && to != group &&
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

    private void Improve(int group, ExactSolver exact, HashSet<int> changed)
    {
        var nodes = Around(group, Near, 0);
        if (nodes.Length == 0 || (nodes.Length == groups[group].Count && nodes.Length < 3))
        {
            return;
        }

        var before = nodes.Where(n => GroupOf[n] == n).Sum(n => problem.Bits([.. groups[n]]));
        exact.Solve(problem, nodes);
        if (exact.BestBits <= before + Least)
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
