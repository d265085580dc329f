namespace Holdfire.Talks.Stability;

/// <summary>
/// The moves of one party: between states that differ in its own options alone, where an option that cannot be moved back grows
/// only. Two moves in a row come to one, so that "no party moves twice in a row" takes nothing from what a sequence can reach.
/// </summary>
internal sealed class PartyMoves
{
    private readonly int[] order;
    private readonly int[] starts;
    private readonly int[] rank;
    private readonly ushort[] pattern;
    private readonly int[] run;

    /// <param name="states">The feasible states.</param>
    /// <param name="own">The bits of the party's options.</param>
    /// <param name="taken">Those that can only be taken.</param>
    /// <param name="givenUp">Those that can only be given up.</param>
    /// <param name="rank">How good each state is for the party; more is better.</param>
    public PartyMoves(IReadOnlyList<uint> states, uint own, uint taken, uint givenUp, int[] rank)
    {
        this.rank = rank;
        var fixedBits = Enumerable.Range(0, 32).Where(b => ((taken | givenUp) >> b & 1) == 1).ToArray();
        pattern = [.. states.Select(s => (ushort)fixedBits.Select((b, i) => (int)((s ^ givenUp) >> b & 1) << i).Sum())];
        run = new int[1 << fixedBits.Length];
        order = [.. Enumerable.Range(0, states.Count).OrderBy(s => states[s] & ~own).ThenByDescending(s => rank[s]).ThenBy(s => s)];
        starts = [.. Enumerable.Range(0, states.Count).Where(i => i == 0 || Rest(i) != Rest(i - 1)), states.Count];

        uint Rest(int i) => states[order[i]] & ~own;
    }

    /// <summary>Whether the party can move from one state to the other.</summary>
    public bool CanMove(int from, int to) => from != to && (pattern[from] & ~pattern[to]) == 0;

    /// <summary>How good the state is for the party.</summary>
    public int RankOf(int state) => rank[state];

    /// <summary>The groups of states among which the party may be able to move.</summary>
    public IEnumerable<ArraySegment<int>> Groups
    {
        get
        {
            for (var i = 0; i + 1 < starts.Length; i++)
            {
                yield return new ArraySegment<int>(order, starts[i], starts[i + 1] - starts[i]);
            }
        }
    }

    /// <summary>For each state the greatest value among the states to which the party can move and the state itself.</summary>
    public int[] MostAfterMove(int[] value)
    {
        // The least of the negatives, so that one sweep serves both.
        var most = Array.ConvertAll(value, v => -v);
        SpreadMoves(most);
        return Array.ConvertAll(most, v => -v);
    }

    /// <summary>Lowers each value to the least that the party can move to; says whether any changed.</summary>
    public bool SpreadMoves(int[] least)
    {
        var changed = false;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            Array.Fill(run, int.MaxValue);
            for (var j = starts[i]; j < starts[i + 1]; j++)
            {
                Note(order[j], least);
            }

            for (var j = starts[i]; j < starts[i + 1]; j++)
            {
                changed |= Lower(order[j], least);
            }
        }

        return changed;
    }

    /// <summary>Lowers each value to the least that the party can move to by an improvement; says whether any changed.</summary>
    public bool SpreadImprovements(int[] least)
    {
        var changed = false;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            Array.Fill(run, int.MaxValue);
            for (int j = starts[i], equal = j; j < starts[i + 1]; j = equal)
            {
                for (equal = j; equal < starts[i + 1] && rank[order[equal]] == rank[order[j]]; equal++)
                {
                    changed |= Lower(order[equal], least);
                }

                for (var k = j; k < equal; k++)
                {
                    Note(order[k], least);
                }
            }
        }

        return changed;
    }

    // What stands at a pattern is the least value among states that can be moved to from it: those whose pattern holds it.
    private void Note(int state, int[] least)
    {
        int full = pattern[state], value = least[state];
        for (var part = full; ; part = (part - 1) & full)
        {
            run[part] = Math.Min(run[part], value);
            if (part == 0)
            {
                return;
            }
        }
    }

    private bool Lower(int state, int[] least)
    {
        var value = run[pattern[state]];
        if (value >= least[state])
        {
            return false;
        }

        least[state] = value;
        return true;
    }
}
