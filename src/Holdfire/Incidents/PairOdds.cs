namespace Holdfire.Incidents;

/// <summary>The probabilities of all pairs of reports that had a chance: summed over all groupings, not of the one chosen alone.</summary>
internal sealed class PairOdds(FusionResult result)
{
    /// <summary>Pairs by component, in the order of their reports within it.</summary>
    public IEnumerable<PairProbability> All() => Chunks.Gather(result.Components.Roots.Length, 64, (from, to) =>
    {
        var solver = new ComponentSolver();
        return Enumerable.Range(from, to - from).SelectMany(c => Of(c, solver)).ToList();
    }).SelectMany(p => p);

    private IEnumerable<PairProbability> Of(int component, ComponentSolver solver)
    {
        var problem = result.ProblemOf(component);
        var clustering = solver.Solve(problem, result.EdgesOf(component));
        var odds = new SortedDictionary<(int, int), (double Sum, int Times)>();
        foreach (var (group, nodes, exact) in solver.Around(problem, clustering))
        {
            var pairs = exact.PairProbabilities();
            for (var i = 0; i < nodes.Length; i++)
            {
                for (var j = i + 1; j < nodes.Length; j++)
                {
                    // Decided twice where two groups lie near each other: the mean of both.
                    if (pairs[i, j] > 0 && (clustering.GroupOf[nodes[i]] == group || clustering.GroupOf[nodes[j]] == group))
                    {
                        var (sum, times) = odds.GetValueOrDefault((nodes[i], nodes[j]));
                        odds[(nodes[i], nodes[j])] = (sum + pairs[i, j], times + 1);
                    }
                }
            }
        }

        return Within(problem).Concat(odds.SelectMany(o => Between(problem, o.Key.Item1, o.Key.Item2, o.Value.Sum / o.Value.Times)));
    }

    private IEnumerable<PairProbability> Within(Problem problem) => problem.Nodes.SelectMany(n =>
        n.Members.SelectMany((a, i) => n.Members.Skip(i + 1).Select(b => Pair(a, b, 1))));

    private IEnumerable<PairProbability> Between(Problem problem, int a, int b, double p) =>
        problem.Nodes[a].Members.SelectMany(x => problem.Nodes[b].Members.Select(y => Pair(x, y, p)));

    private PairProbability Pair(int a, int b, double p) => new(result.ReportAt(a).Id, result.ReportAt(b).Id, p);
}
