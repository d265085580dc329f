using System.Numerics;
using System.Runtime.InteropServices;

namespace Holdfire.Fusion;

/// <summary>
/// All partitions of up to <see cref="Most"/> nodes at once, by dynamic programming over subsets: the best one, the sum over
/// all of them, and from it the probability of each group and pair.
/// </summary>
/// <remarks>
/// The set that is left always gives up the group of its least node, so that each partition is met once. Groups that hold
/// two nodes that are not compatible are never made. One instance a thread; its arrays are used again.
/// </remarks>
internal sealed class ExactSolver
{
    /// <summary>The most nodes.</summary>
    public const int Most = 12;

    // The most odds of a group by its nodes: far above any real ones, and so small that their product over all nodes is finite.
    private static readonly double[] MostOdds = [.. Enumerable.Range(0, Most + 1).Select(size => Math.Pow(2, 80 * (size - 1)))];

    // A group of such odds, 1 to 10^9, changes no probability that anyone reads.
    private const double LeastOdds = 1e-9;

    private readonly double[] sum = new double[1 << Most];
    private readonly double[] best = new double[1 << Most];
    private readonly int[] bestGroup = new int[1 << Most];
    private readonly int[] solvedIn = new int[1 << Most];
    private readonly double[] pairBits = new double[Most * Most];

    // Groups as bit masks, by their least node; their weights and odds by mask, where the group was made for these nodes.
    private readonly List<int>[] groups = [.. Enumerable.Range(0, Most).Select(_ => new List<int>())];
    private readonly double[] bitsOf = new double[1 << Most];
    private readonly double[] oddsOf = new double[1 << Most];
    private readonly int[] madeFor = new int[1 << Most];

    // For each node the later ones that it may be in one group with.
    private readonly int[] allowed = new int[Most];
    private int[] members = [];
    private Problem problem = null!;
    private int[] nodes = [];
    private int made, round, without;

    private int All => (1 << nodes.Length) - 1;

    /// <summary>The weight of the best partition against all apart, less caution, bits.</summary>
    public double BestBits => best[All];

    /// <summary>Weighs all groups of these nodes, given in rising order, and solves.</summary>
    public void Solve(Problem problem, int[] nodes)
    {
        (this.problem, this.nodes) = (problem, nodes);
        made++;
        var rows = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            groups[i].Clear();
            allowed[i] = 0;
            rows += problem.Nodes[nodes[i]].Evidence.Length;
            for (var j = i + 1; j < nodes.Length; j++)
            {
                var bits = pairBits[(i * Most) + j] = problem.PairBits(nodes[i], nodes[j]);
                allowed[i] |= double.IsNaN(bits) ? 0 : 1 << j;
            }
        }

        members = members.Length < rows ? new int[rows] : members;
        for (var i = 0; i < nodes.Length; i++)
        {
            Grow(i, 1 << i, allowed[i], default, 0, 0, 0, i);
        }

        Sweep(0);
    }

    /// <summary>The groups of the best partition as masks over the nodes given, in the order of their least nodes.</summary>
    public IEnumerable<int> BestGroups()
    {
        for (var left = All; left != 0; left &= ~bestGroup[left])
        {
            yield return bestGroup[left];
        }
    }

    /// <summary>The weight of a group, less caution, bits; without end below 0 where it is not worth making.</summary>
    public double BitsOf(int mask) => madeFor[mask] == made ? bitsOf[mask] : double.NegativeInfinity;

    /// <summary>The probability of exactly this group, given that the nodes are divided among themselves alone.</summary>
    public double Probability(int mask) => madeFor[mask] == made ? oddsOf[mask] * Sum(All & ~mask) / sum[All] : 0;

    /// <summary>The probability of each pair of the nodes given being in one group.</summary>
    public double[,] PairProbabilities()
    {
        var pairs = new double[nodes.Length, nodes.Length];
        for (var least = 0; least < nodes.Length; least++)
        {
            foreach (var group in groups[least])
            {
                var p = Probability(group);
                for (var a = group; a != 0; a &= a - 1)
                {
                    for (var b = a & (a - 1); b != 0; b &= b - 1)
                    {
                        var (x, y) = (BitOperations.TrailingZeroCount(a), BitOperations.TrailingZeroCount(b));
                        pairs[x, y] += p;
                        pairs[y, x] += p;
                    }
                }
            }
        }

        return pairs;
    }

    /// <summary>The best partition that does not have this group, and its weight.</summary>
    public (double Bits, int[] Groups) Without(int mask)
    {
        Sweep(mask);
        var other = (BestBits, BestGroups().ToArray());
        Sweep(0);
        return other;
    }

    private void Grow(int least, int mask, int open, in Evidence before, int count, double alone, double caution, int added)
    {
        var evidence = before;
        foreach (var row in problem.Nodes[nodes[added]].Evidence)
        {
            problem.Scorer.Add(ref evidence, problem.Rows, members.AsSpan(0, count), row);
            members[count++] = row;
        }

        alone += problem.Alone(nodes[added]);
        caution += problem.Caution(nodes[added]);
        var size = BitOperations.PopCount((uint)mask);
        var bits = size switch
        {
            1 => 0,
            2 => pairBits[(least * Most) + added] + caution,
            _ => problem.Scorer.Parts(evidence, problem.Rows, members.AsSpan(0, count)).Total - alone,
        };
        if (problem.Scorer.Odds(bits) is var odds && odds > LeastOdds)
        {
            groups[least].Add(mask);
            (bitsOf[mask], oddsOf[mask], madeFor[mask]) = (size == 1 ? 0 : bits - caution, Math.Min(odds, MostOdds[size]), made);
        }

        for (var rest = open; rest != 0; rest &= rest - 1)
        {
            var next = BitOperations.TrailingZeroCount(rest);
            Grow(least, mask | (1 << next), open & allowed[next], evidence, count, alone, caution, next);
        }
    }

    private void Sweep(int without)
    {
        this.without = without;
        solvedIn[0] = ++round;
        (sum[0], best[0]) = (1, 0);
        Sum(All);
    }

    // The summed odds of all partitions of a set; only sets that partitions leave are ever looked at.
    private double Sum(int set)
    {
        if (solvedIn[set] == round)
        {
            return sum[set];
        }

        var least = BitOperations.TrailingZeroCount(set);
        var open = set & allowed[least];
        (sum[set], best[set], bestGroup[set]) = (0, double.NegativeInfinity, 0);
        if (groups[least].Count <= 1 << BitOperations.PopCount((uint)open))
        {
            foreach (var group in CollectionsMarshal.AsSpan(groups[least]))
            {
                if ((group & ~set) == 0)
                {
                    Take(group, set);
                }
            }
        }
        else
        {
            for (var others = open; others >= 0; others = others == 0 ? -1 : (others - 1) & open)
            {
                if ((others | (1 << least)) is var group && madeFor[group] == made)
                {
                    Take(group, set);
                }
            }
        }

        solvedIn[set] = round;
        return sum[set];
    }

    // Ties go to the lesser mask, in whatever order groups come.
    private void Take(int group, int set)
    {
        if (group == without)
        {
            return;
        }

        var rest = set & ~group;
        sum[set] += oddsOf[group] * Sum(rest);
        var bits = bitsOf[group] + best[rest];
        if (bits > best[set] || (bits.Equals(best[set]) && group < bestGroup[set]))
        {
            (best[set], bestGroup[set]) = (bits, group);
        }
    }
}
