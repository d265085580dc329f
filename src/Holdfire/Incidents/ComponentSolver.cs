using System.Numerics;

namespace Holdfire.Incidents;

/// <summary>Puts the nodes of one component into groups: exactly where there are few, else step by step. One instance a thread.</summary>
internal sealed class ComponentSolver
{
    private readonly ExactSolver exact = new();

    /// <summary>The best groups found. The same problem gives the same answer.</summary>
    public Clustering Solve(Problem problem, IEnumerable<Edge> edges)
    {
        var count = problem.Nodes.Length;
        if (count > ExactSolver.Most)
        {
            return new LocalSolver(problem, exact, edges).Solve();
        }

        var (groupOf, probability) = (new int[count], new double[count]);
        exact.Solve(problem, All(count));
        foreach (var mask in exact.BestGroups())
        {
            var least = BitOperations.TrailingZeroCount(mask);
            probability[least] = exact.Probability(mask);
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                groupOf[BitOperations.TrailingZeroCount(rest)] = least;
            }
        }

        return new Clustering(groupOf, probability, _ => All(count));
    }

    /// <summary>For each group its least node, and the nodes among which it was decided, solved anew.</summary>
    public IEnumerable<(int Group, int[] Nodes, ExactSolver Exact)> Around(Problem problem, Clustering clustering)
    {
        int[]? solved = null;
        for (var group = 0; group < clustering.GroupOf.Length; group++)
        {
            if (clustering.GroupOf[group] != group || clustering.Around(group) is not { Length: > 0 } nodes)
            {
                continue;
            }

            if (solved is null || !solved.AsSpan().SequenceEqual(nodes))
            {
                exact.Solve(problem, solved = nodes);
            }

            yield return (group, nodes, exact);
        }
    }

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];
}
