using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Stability;

/// <summary>A conflict model with every preference known: states, moves and ranks.</summary>
internal sealed class GraphModel
{
    private readonly ImmutableArray<PartyMoves> parties;

    /// <param name="options">The options of all parties.</param>
    /// <param name="owners">For each option the place of its party.</param>
    /// <param name="states">The feasible states.</param>
    /// <param name="ranks">For each party how good each state is; more is better.</param>
    public GraphModel(ImmutableArray<ModelOption> options, ImmutableArray<int> owners, ImmutableArray<uint> states, ImmutableArray<int[]> ranks)
    {
        StateCount = states.Length;
        parties =
        [
            .. ranks.Select((rank, party) => new PartyMoves(
                states, Bits(i => owners[i] == party), Bits(i => owners[i] == party && options[i].Moves == OptionMoves.OnlyTaken),
                Bits(i => owners[i] == party && options[i].Moves == OptionMoves.OnlyGivenUp), rank)),
        ];

        uint Bits(Func<int, bool> which) => Enumerable.Range(0, options.Length).Where(which).Aggregate(0u, (bits, i) => bits | 1u << i);
    }

    public int StateCount { get; }

    public int PartyCount => parties.Length;

    public PartyMoves this[int party] => parties[party];

    /// <summary>In which senses each state is stable for one party alone.</summary>
    /// <remarks>
    /// An improvement to s1 is deterred where the least good state that the others can reach from s1 is no better than where the
    /// party was. So one number for each s1 decides, and the greatest of them among the states that the party can move to; no
    /// pair of states is ever looked at.
    /// </remarks>
    public StabilityKinds[] Stable(int party)
    {
        var (moves, rank) = (parties[party], Ranks(party));
        var best = moves.MostAfterMove(rank);
        var general = Least(rank, party, improving: false);
        var symmetric = Least(best, party, improving: false);
        var sequential = Least(rank, party, improving: true);
        for (var s = 0; s < StateCount; s++)
        {
            symmetric[s] = Math.Min(symmetric[s], rank[s]);
        }

        int[] afterGeneral = moves.MostAfterMove(general), afterSymmetric = moves.MostAfterMove(symmetric),
            afterSequential = moves.MostAfterMove(sequential);
        var stable = new StabilityKinds[StateCount];
        for (var s = 0; s < StateCount; s++)
        {
            stable[s] = (best[s] <= rank[s] ? StabilityKinds.Nash : 0) | (afterGeneral[s] <= rank[s] ? StabilityKinds.Gmr : 0)
                | (afterSymmetric[s] <= rank[s] ? StabilityKinds.Smr : 0) | (afterSequential[s] <= rank[s] ? StabilityKinds.Seq : 0);
        }

        return stable;
    }

    public int[] Ranks(int party) => [.. Enumerable.Range(0, StateCount).Select(parties[party].RankOf)];

    // The least value that the other parties can reach from each state by any sequence of moves, the state itself included.
    private int[] Least(int[] value, int without, bool improving)
    {
        var least = (int[])value.Clone();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var other = 0; other < PartyCount; other++)
            {
                if (other != without)
                {
                    changed |= improving ? parties[other].SpreadImprovements(least) : parties[other].SpreadMoves(least);
                }
            }
        }

        return least;
    }
}
