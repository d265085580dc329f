using System.Numerics;

namespace Holdfire.Talks.Stability;

/// <summary>Stability for a coalition, by the definitions themselves on rows of bits. A coalition may have one member.</summary>
/// <remarks>
/// A coalition improves from s to s1 where its members' moves lead from s to s1 and every member is better off; it is deterred
/// where the others can move to a state in which some member is no better off than in s.
/// </remarks>
internal sealed class CoalitionStability
{
    private readonly GraphModel model;
    private readonly ulong[][] reach;
    private readonly ulong[][] others;
    private readonly ulong[][] othersImproving;
    private readonly int[] members;
    private readonly int words;

    public CoalitionStability(GraphModel model, uint coalition)
    {
        this.model = model;
        words = (model.StateCount + 63) / 64;
        members = [.. Enumerable.Range(0, model.PartyCount).Where(p => (coalition >> p & 1) == 1)];
        int[] rest = [.. Enumerable.Range(0, model.PartyCount).Except(members)];
        reach = Reach(members, improving: false);
        others = Reach(rest, improving: false);
        othersImproving = Reach(rest, improving: true);
    }

    public StabilityKinds[] Stable() => [.. Enumerable.Range(0, model.StateCount).Select(Stable)];

    private StabilityKinds Stable(int s)
    {
        var better = new ulong[words];
        for (var x = 0; x < model.StateCount; x++)
        {
            if (members.All(m => model[m].RankOf(x) > model[m].RankOf(s)))
            {
                better[x / 64] |= 1UL << x % 64;
            }
        }

        var improvements = Bits(reach[s]).Where(x => Has(better, x)).ToList();
        if (improvements.Count == 0)
        {
            return StabilityKinds.All;
        }

        // Where the coalition is better off or can move to where it is.
        var escapes = (ulong[])better.Clone();
        for (var x = 0; x < model.StateCount; x++)
        {
            if (Meets(reach[x], better))
            {
                escapes[x / 64] |= 1UL << x % 64;
            }
        }

        return (improvements.TrueForAll(x => Leaves(others[x], better)) ? StabilityKinds.Gmr : 0)
            | (improvements.TrueForAll(x => Leaves(others[x], escapes)) ? StabilityKinds.Smr : 0)
            | (improvements.TrueForAll(x => Leaves(othersImproving[x], better)) ? StabilityKinds.Seq : 0);
    }

    private ulong[][] Reach(int[] parties, bool improving)
    {
        var rows = new ulong[model.StateCount][];
        for (var s = 0; s < rows.Length; s++)
        {
            rows[s] = new ulong[words];
        }

        foreach (var party in parties.Select(p => model[p]))
        {
            foreach (var group in party.Groups)
            {
                foreach (var from in group)
                {
                    foreach (var to in group)
                    {
                        if (party.CanMove(from, to) && (!improving || party.RankOf(to) > party.RankOf(from)))
                        {
                            rows[from][to / 64] |= 1UL << to % 64;
                        }
                    }
                }
            }
        }

        for (var by = 0; by < rows.Length; by++)
        {
            foreach (var row in rows)
            {
                if (Has(row, by))
                {
                    for (var w = 0; w < words; w++)
                    {
                        row[w] |= rows[by][w];
                    }
                }
            }
        }

        return rows;
    }

    private static bool Has(ulong[] row, int bit) => (row[bit / 64] >> bit % 64 & 1) == 1;

    private static bool Meets(ulong[] one, ulong[] other) => one.Where((word, w) => (word & other[w]) != 0).Any();

    private static bool Leaves(ulong[] one, ulong[] set) => one.Where((word, w) => (word & ~set[w]) != 0).Any();

    private static IEnumerable<int> Bits(ulong[] row)
    {
        for (var w = 0; w < row.Length; w++)
        {
            for (var left = row[w]; left != 0; left &= left - 1)
            {
                yield return (w * 64) + BitOperations.TrailingZeroCount(left);
            }
        }
    }
}
