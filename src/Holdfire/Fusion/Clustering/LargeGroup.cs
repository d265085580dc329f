namespace Holdfire.Fusion;

/// <summary>
/// A group of more nodes than <see cref="ExactSolver"/> takes: its odds are those against the readings in which one of its nodes
/// is apart from the rest.
/// </summary>
internal sealed class LargeGroup
{
    // Far above any real weight, and small enough that a sum of odds is a finite double.
    private const double MostBits = 900;

    private readonly double[] apart;
    private readonly double all;

    /// <summary>Weighs a group.</summary>
    public LargeGroup(Problem problem, int[] nodes)
    {
        var whole = problem.TrueBits(nodes);
        apart = Array.ConvertAll(nodes, left => problem.Scorer.Odds(Math.Min(MostBits, problem.TrueBits([.. nodes.Where(n => n != left)]) - whole)));
        all = 1 + apart.Sum();
    }

    /// <summary>The probability of the group as it is.</summary>
    public double Probability => 1 / all;

    /// <summary>The probability of the node at a place of the group being apart from the rest.</summary>
    public double Alone(int place) => apart[place] / all;

    /// <summary>The probability of the nodes at two places of the group being of one event.</summary>
    public double Pair(int a, int b) => 1 - Alone(a) - Alone(b);
}
