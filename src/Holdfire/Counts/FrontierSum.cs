using System.Numerics;

namespace Holdfire.Counts;

/// <summary>The largest sum over pairwise disjoint claims where claims may overlap in time and yet be disjoint.</summary>
/// <remarks>
/// An exact dynamic programme along time: a state is the chosen ones among those claims met so far that have rivals yet
/// to come. It gives up where there are too many at once.
/// </remarks>
internal sealed class FrontierSum
{
    private const int MostPairs = 2_000_000;
    private const int MostStates = 20_000;

    private readonly ClaimSeries series;
    private readonly int[] claims;
    private readonly Func<int, long> weight;
    private readonly List<int>[] earlier;
    private readonly int[] last;
    private readonly bool tooMany;

    /// <summary>A sum over claims in the order of their start; the links are further pairs that are not disjoint, each once.</summary>
    public FrontierSum(ClaimSeries series, int[] claims, Func<int, long> weight, (int Inner, int Outer)[] links)
    {
        this.series = series;
        this.claims = claims;
        this.weight = weight;
        earlier = [.. claims.Select(_ => new List<int>())];
        last = [.. Enumerable.Repeat(-1, claims.Length)];
        tooMany = !FindRivals();
        foreach (var (inner, outer) in tooMany ? [] : links)
        {
            var (a, b) = (Array.BinarySearch(claims, inner), Array.BinarySearch(claims, outer));
            Link(Math.Min(a, b), Math.Max(a, b));
        }
    }

    /// <summary>How many pairs of claims were looked at.</summary>
    public int Pairs { get; private set; }

    /// <summary>Whether the two overlap in time and may hold the same events.</summary>
    public static bool Rivals(ClaimSeries series, int a, int b) =>
        series.Starts[a] < series.Ends[b] && series.Starts[b] < series.Ends[a] &&
        series.Meet(a, b);

    /// <summary>The sum, or null where there are too many claims at once.</summary>
    public long? Largest()
    {
        var states = new Dictionary<ulong, long> { [0] = 0 };
        var slots = new int[claims.Length];
        ulong used = 0;
        for (var k = 0; k < claims.Length; k++)
        {
            if (tooMany || states.Count > MostStates || used == ulong.MaxValue)
            {
                return null;
            }

            ulong rivals = 0;
            ulong done = 0;
            foreach (var e in earlier[k])
            {
                rivals |= 1UL << slots[e];
                done |= last[e] == k ? 1UL << slots[e] : 0;
            }

            ulong own = 0;
            if (last[k] > k)
            {
                slots[k] = BitOperations.TrailingZeroCount(~used);
                own = 1UL << slots[k];
            }

            states = Step(states, rivals, own, done, weight(claims[k]));
            used = (used | own) & ~done;
        }

        return states.Values.Max();
    }

    private static Dictionary<ulong, long> Step(
        Dictionary<ulong, long> states, ulong rivals, ulong own, ulong done, long weight)
    {
        var next = new Dictionary<ulong, long>(states.Count * 2);
        foreach (var (state, sum) in states)
        {
            var free = (state & rivals) == 0;
            if (free)
            {
                Keep(next, (state & ~done) | own, ClaimShare.Plus(sum, weight));
            }

            if (!free || own != 0)
            {
                Keep(next, state & ~done, sum);
            }
        }

        return next;
    }

    private static void Keep(Dictionary<ulong, long> states, ulong state, long sum)
    {
        if (!states.TryGetValue(state, out var known) || known < sum)
        {
            states[state] = sum;
        }
    }

    private bool FindRivals()
    {
        for (var a = 0; a < claims.Length; a++)
        {
            for (var b = a + 1; b < claims.Length && series.Starts[claims[b]] < series.Ends[claims[a]]; b++)
            {
                if (++Pairs > MostPairs)
                {
                    return false;
                }

                if (series.Meet(claims[a], claims[b]))
                {
                    Link(a, b);
                }
            }
        }

        return true;
    }

    private void Link(int before, int after)
    {
        earlier[after].Add(before);
        last[before] = Math.Max(last[before], after);
    }
}
