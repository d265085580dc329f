using System.Collections.Concurrent;

namespace Holdfire.Fusion;

/// <summary>
/// The odds of groups in large components, each with the nodes among which it was decided: the costly part of such a component, and the
/// same again wherever the same nodes come together. Only groups that were the best among their nodes are kept, and nodes of one row.
/// </summary>
/// <remarks>May be used by several threads.</remarks>
internal sealed class NearOdds
{
    // A list that grew beyond so many for a row holds mostly what is asked no more.
    private const int MostForARow = 4;

    // The first row of the group, then for each node its row and the first row of its group.
    private readonly ConcurrentDictionary<int[], double> known = new(new SameNumbers());

    /// <summary>Those of an earlier result that are of rows kept from there; empty where there is none.</summary>
    /// <param name="kept">The rows that are kept.</param>
    /// <param name="rows">How many rows there are now.</param>
    public static NearOdds After(KeptRows? kept, int rows)
    {
        var odds = new NearOdds();
        if (kept?.Near is { } earlier && earlier.known.Count <= MostForARow * (long)rows)
        {
            foreach (var (key, probability) in earlier.known)
            {
                if (Array.ConvertAll(key, kept.Now) is var now && Array.IndexOf(now, -1) < 0)
                {
                    odds.Keep(now, probability);
                }
            }
        }

        return odds;
    }

    /// <summary>Keeps the probability of a group.</summary>
    /// <param name="key">What <see cref="KeyOf"/> gave.</param>
    /// <param name="probability">The probability.</param>
    public void Keep(int[] key, double probability) => known[key] = probability;

    /// <summary>The probability that was kept.</summary>
    public bool TryGet(int[] key, out double probability) => known.TryGetValue(key, out probability);

    /// <summary>What a group and the nodes about it are known by; null where a node is more than a row, or the group too large for that.</summary>
    /// <param name="problem">The component.</param>
    /// <param name="groupOf">For each node the least node of its group.</param>
    /// <param name="group">The group, known by its least node.</param>
    /// <param name="nodes">The nodes among which it is decided.</param>
    public static int[]? KeyOf(Problem problem, int[] groupOf, int group, int[] nodes)
    {
        if (nodes.Length == 0)
        {
            return null;
        }

        // How all these nodes are grouped matters: whether that is the best is part of what is kept.
        var key = new int[(2 * nodes.Length) + 1];
        key[0] = problem.Nodes[group].First;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = problem.Nodes[nodes[i]];
            if (node.Members.Length > 1 || node.Apart.Length > 0)
            {
                return null;
            }

            (key[(2 * i) + 1], key[(2 * i) + 2]) = (node.First, problem.Nodes[groupOf[nodes[i]]].First);
        }

        return key;
    }

    private sealed class SameNumbers : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] numbers)
        {
            var hash = default(HashCode);
            Array.ForEach(numbers, hash.Add);
            return hash.ToHashCode();
        }
    }
}
