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
        exact.Solve(problem, [.. Enumerable.Range(0, count)]);
        foreach (var mask in exact.BestGroups())
        {
            var least = System.Numerics.BitOperations.TrailingZeroCount(mask);
            probability[least] = exact.Probability(mask);
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                groupOf[System.Numerics.BitOperations.TrailingZeroCount(rest)] = least;
            }
        }

        return new Clustering(groupOf, probability);
    }
}
