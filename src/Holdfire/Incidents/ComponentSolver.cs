using System.Numerics;

namespace Holdfire.Incidents;

/// <summary>Puts the nodes of one component into groups: exactly where there are few, else step by step. One instance a thread.</summary>
internal sealed class ComponentSolver
{
    private const int GroupsAtOnce = 64;
    private readonly ExactSolver exact = new();

    /// <summary>The best groups found. The same problem gives the same answer.</summary>
    public Clustering Solve(Problem problem, IEnumerable<Edge> edges)
    {
        if (problem.Nodes.Length <= ExactSolver.Most)
        {
            return SolveFew(problem);
        }

        var graph = new NodeGraph(problem, edges);
        var local = new LocalSolver(problem, graph, new GreedyMerge(problem, graph).Merge());
        local.Improve(exact);
        var clustering = new Clustering(local.GroupOf, new double[problem.Nodes.Length], local.Around);
        var odds = Around(
            problem, clustering, clustering.Groups,
            (group, nodes, solver) => solver.Probability(clustering.MaskOf(group, nodes)), local.OddsOfLarge);
        foreach (var (group, probability) in clustering.Groups.Zip(odds))
        {
            clustering.Probability[group] = probability;
        }

        return clustering;
    }

    /// <summary>The same answer again, from the groups and probabilities of <see cref="Solve"/>.</summary>
    public static Clustering Again(Problem problem, IEnumerable<Edge> edges, int[] groupOf, double[] probability) => new(
        groupOf, probability,
        problem.Nodes.Length <= ExactSolver.Most ? _ => All(groupOf.Length) : new LocalSolver(problem, new NodeGraph(problem, edges), groupOf).Around);

    /// <summary>
    /// What is made of each of these groups, known by its least node, of the nodes among which it was decided, and of the odds
    /// among those; or of the group alone where it is too large for that.
    /// </summary>
    public T[] Around<T>(Problem problem, Clustering clustering, int[] groups, Func<int, int[], ExactSolver, T> make, Func<int, T> large)
    {
        problem.Share();
        var made = new T[groups.Length];
        Chunks.Run(groups.Length, GroupsAtOnce, (from, to) =>
        {
            var own = to - from == groups.Length ? exact : new ExactSolver();
            int[] solved = [];
            for (var i = from; i < to; i++)
            {
                var nodes = clustering.Around(groups[i]);
                if (nodes.Length > 0 && !solved.AsSpan().SequenceEqual(nodes))
                {
                    own.Solve(problem, solved = nodes);
                }

                made[i] = nodes.Length > 0 ? make(groups[i], nodes, own) : large(groups[i]);
            }
        });
        return made;
    }

    private Clustering SolveFew(Problem problem)
    {
        var count = problem.Nodes.Length;
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

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];
}
