using System.Numerics;

namespace Holdfire.Fusion;

/// <summary>Puts the nodes of one component into groups: exactly where there are few, else step by step. One instance a thread.</summary>
/// <param name="near">Odds that are known from an earlier solution, to which those found are added; null to keep none.</param>
internal sealed class ComponentSolver(NearOdds? near = null)
{
    private const int GroupsAtOnce = 64;
    private readonly ExactSolver exact = new();

    /// <summary>The best groups found; null where the component is too large to tell. The same problem gives the same answer.</summary>
    public Clustering? Solve(Problem problem, IEnumerable<Edge> edges)
    {
        if (problem.Nodes.Length <= ExactSolver.Most)
        {
            return SolveFew(problem);
        }

        var graph = new NodeGraph(problem, edges);
        if (new GreedyMerge(problem, graph).Merge() is not { } start)
        {
            return null;
        }

        var local = new LocalSolver(problem, graph, start);
        var probability = Settle(problem, local);
        return new Clustering(local.GroupOf, probability, local.Around);
    }

    /// <summary>The same answer again, from the groups and probabilities of <see cref="Solve"/>.</summary>
    public static Clustering Again(Problem problem, IEnumerable<Edge> edges, int[] groupOf, double[] probability) => new(
        groupOf, probability,
        problem.Nodes.Length <= ExactSolver.Most ? _ => All(groupOf.Length) : new LocalSolver(problem, new NodeGraph(problem, edges), groupOf).Around);

    /// <summary>
    /// What is made of each of these groups, known by its least node, of the nodes among which it was decided, and of the odds
    /// among those; or of the group alone where it is too large for that.
    /// </summary>
    public T[] Around<T>(Problem problem, Clustering clustering, int[] groups, Func<int, int[], ExactSolver, T> make, Func<int, T> large) =>
        Around(problem, clustering.Around, groups, make, large);

    private T[] Around<T>(Problem problem, Func<int, int[]> around, int[] groups, Func<int, int[], ExactSolver, T> make, Func<int, T> large)
    {
        problem.IsShared = true;
        var made = new T[groups.Length];
        Chunks.Run(groups.Length, GroupsAtOnce, (from, to) =>
        {
            var own = to - from == groups.Length ? exact : new ExactSolver();
            int[] solved = [];
            for (var i = from; i < to; i++)
            {
                var nodes = around(groups[i]);
                if (nodes.Length > 0 && !solved.AsSpan().SequenceEqual(nodes))
                {
                    own.Solve(problem, solved = nodes);
                }

                made[i] = nodes.Length > 0 ? make(groups[i], nodes, own) : large(groups[i]);
            }
        });
        problem.IsShared = false;
        return made;
    }

    // Asks each group for its odds, and solves again those that could be better; then asks those near to what changed, until all
    // are the best among the nodes that their odds are asked of. Each change adds weight, so that there is an end.
    private double[] Settle(Problem problem, LocalSolver local)
    {
        var (probability, askedOf) = (new double[problem.Nodes.Length], new int[problem.Nodes.Length][]);
        HashSet<int> changed = [];
        for (var open = Clustering.GroupsOf(local.GroupOf); open.Length > 0; open = local.GroupsNear(changed))
        {
            var asked = Around(problem, OfChange, open, (group, nodes, solver) => (
                Odds: solver.Probability(Clustering.MaskOf(local.GroupOf, group, nodes)), IsBest: local.IsBest(nodes, solver)), OfLarge);
            foreach (var (group, odds) in open.Zip(asked))
            {
                probability[group] = odds.Odds;
            }

            Keep(problem, local, open.Where((_, i) => asked[i].IsBest), askedOf, probability);
            changed = local.Improve(open.Where((_, i) => !asked[i].IsBest), exact);
        }

        return probability;

        int[] OfChange(int group)
        {
            var nodes = local.Around(group);
            if (askedOf[group] is { } before && before.AsSpan().SequenceEqual(nodes) && !nodes.Any(changed.Contains))
            {
                return [];
            }

            askedOf[group] = nodes;
            return near is not null && NearOdds.KeyOf(problem, local.GroupOf, group, nodes) is { } key && near.TryGet(key, out probability[group]) ? [] : nodes;
        }

        (double Odds, bool IsBest) OfLarge(int group) =>
            (askedOf[group].Length > 0 ? probability[group] : new LargeGroup(problem, local.Nodes(group)).Probability, true);
    }

    private void Keep(Problem problem, LocalSolver local, IEnumerable<int> best, int[][] askedOf, double[] probability)
    {
        foreach (var group in best)
        {
            if (near is not null && NearOdds.KeyOf(problem, local.GroupOf, group, askedOf[group]) is { } key)
            {
                near.Keep(key, probability[group]);
            }
        }
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
