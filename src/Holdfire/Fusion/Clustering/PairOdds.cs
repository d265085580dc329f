namespace Holdfire.Fusion;

/// <summary>The probabilities of all pairs of reports that had a chance: summed over all groupings, not of the one chosen alone.</summary>
internal sealed class PairOdds(FusionResult result)
{
    /// <summary>Pairs by component, in the order of their reports within it.</summary>
    public IEnumerable<PairProbability> All() => Gather(n => n.Members, true).Select(p => new PairProbability(
        result.ReportAt(p.A).Id, result.ReportAt(p.B).Id, p.Probability));

    /// <summary>Pairs of rows that are evidence of their own, as far as their fields speak.</summary>
    public IEnumerable<(int A, int B, double Probability)> Evidence() => Gather(n => n.Evidence, false);

    private IEnumerable<(int A, int B, double Probability)> Gather(Func<Node, int[]> rowsOf, bool within) =>
        result.Components.Gather((from, to) =>
        {
            var solver = new ComponentSolver();
            return Enumerable.Range(from, to - from).Where(c => !result.IsCrowded(c)).SelectMany(c => Of(c, solver, rowsOf, within)).ToList();
        }).SelectMany(p => p);

    private IEnumerable<(int A, int B, double Probability)> Of(int component, ComponentSolver solver, Func<Node, int[]> rowsOf, bool within)
    {
        var problem = result.ProblemOf(component);
        var clustering = result.ClusteringOf(component, problem);
        var odds = new SortedDictionary<(int, int), (double Sum, int Times)>();
        var found = solver.Around(problem, clustering, clustering.Groups, (group, nodes, exact) => Pairs(clustering, group, nodes, exact), group => Pairs(problem, clustering.NodesOf(group)));
        foreach (var (a, b, p) in found.SelectMany(f => f))
        {
            // Decided twice where two groups lie near each other: the mean of both.
            var (sum, times) = odds.GetValueOrDefault((a, b));
            odds[(a, b)] = (sum + p, times + 1);
        }

        var stated = within
            ? problem.Nodes.SelectMany(n => n.Members.SelectMany((a, i) => n.Members.Skip(i + 1).Select(b => (a, b, 1.0))))
            : [];
        return stated.Concat(odds.SelectMany(o => rowsOf(problem.Nodes[o.Key.Item1]).SelectMany(a =>
            rowsOf(problem.Nodes[o.Key.Item2]).Select(b => (a, b, o.Value.Sum / o.Value.Times)))));
    }

    private static List<(int A, int B, double Odds)> Pairs(Problem problem, int[] nodes)
    {
        var large = new LargeGroup(problem, nodes);
        return [.. nodes.SelectMany((a, i) => nodes.Skip(i + 1).Select((b, j) => (a, b, large.Pair(i, i + 1 + j))))];
    }

    private static List<(int A, int B, double Odds)> Pairs(Clustering clustering, int group, int[] nodes, ExactSolver exact)
    {
        var (all, own) = (exact.PairProbabilities(), new List<(int, int, double)>());
        for (var i = 0; i < nodes.Length; i++)
        {
            for (var j = i + 1; j < nodes.Length; j++)
            {
                if (all[i, j] > 0 && (clustering.GroupOf[nodes[i]] == group || clustering.GroupOf[nodes[j]] == group))
                {
                    own.Add((nodes[i], nodes[j], all[i, j]));
                }
            }
        }

        return own;
    }
}
