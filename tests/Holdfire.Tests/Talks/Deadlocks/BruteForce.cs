using System.Collections.Immutable;
using System.Numerics;
using Holdfire.Model;

namespace Holdfire.Tests.Talks.Deadlocks;

/// <summary>Deadlocks and ways out by the definitions: reachability and every possible set of changes.</summary>
internal static class BruteForce
{
    /// <summary>Whether some strict edge lies in a strongly connected component, edges without an order running both ways.</summary>
    public static bool Locks(IEnumerable<(int From, int To, bool Strict)> edges, int nodes)
    {
        var all = edges.ToList();
        var reach = new bool[nodes, nodes];
        foreach (var (from, to, strict) in all)
        {
            reach[from, to] = true;
            reach[to, from] |= !strict;
        }

        for (var k = 0; k < nodes; k++)
        {
            for (var i = 0; i < nodes; i++)
            {
                for (var j = 0; j < nodes; j++)
                {
                    reach[i, j] |= reach[i, k] && reach[k, j];
                }
            }
        }

        return all.Exists(e => e.Strict && (e.From == e.To || reach[e.To, e.From]));
    }

    /// <summary>The least number of changes after which nothing locks, and how many sets of so many changes there are.</summary>
    public static (int Size, BigInteger Count) Smallest(ImmutableArray<Precondition> edges, int nodes, bool weaken)
    {
        var best = (Size: int.MaxValue, Count: BigInteger.Zero);
        var kinds = weaken ? 3 : 2;
        for (var code = 0; code < (int)Math.Pow(kinds, edges.Length); code++)
        {
            var kept = new List<(int, int, bool)>();
            var (left, size, valid) = (code, 0, true);
            foreach (var edge in edges)
            {
                var change = left % kinds;
                left /= kinds;
                size += change > 0 ? 1 : 0;
                valid &= change != 2 || edge.IsStrict;
                if (change != 1)
                {
                    kept.Add((Node(edge.Requires), Node(edge.For), edge.IsStrict && change == 0));
                }
            }

            if (valid && size <= best.Size && !Locks(kept, nodes))
            {
                best = size < best.Size ? (size, 1) : (size, best.Count + 1);
            }
        }

        return best;
    }

    public static int Node(ItemId id) => int.Parse(id.Value[1..], System.Globalization.CultureInfo.InvariantCulture);
}
