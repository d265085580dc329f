using Holdfire.Talks.Stability;
using Holdfire.Model;

namespace Holdfire.Tests.Talks.Stability;

/// <summary>
/// Stability word for word by its definitions: legal sequences of moves, in which nobody moves twice in a row, are walked one by
/// one. Slow, and shares nothing with what it checks. With <c>oneMove</c> a sequence is one move of one mover.
/// </summary>
internal sealed class Definitions(ConflictModel model, Func<int, uint, uint, bool> prefers, bool oneMove = false)
{
    private readonly uint[] states = [.. model.States()];

    /// <summary>In which senses a state is stable for a coalition; a coalition of one is a decision maker alone.</summary>
    public StabilityKinds Of(uint state, int[] coalition)
    {
        int[] others = [.. Enumerable.Range(0, model.DecisionMakers.Length).Except(coalition)];
        var improvements = Reach(state, coalition, false).Where(x => Better(x, state, coalition)).ToList();
        bool Deterred(uint x) => !Better(x, state, coalition);
        var stable = StabilityKinds.None;
        stable |= improvements.Count == 0 ? StabilityKinds.Nash : 0;
        stable |= improvements.TrueForAll(s1 => Reach(s1, others, false).Any(Deterred)) ? StabilityKinds.Gmr : 0;
        stable |= improvements.TrueForAll(s1 => Reach(s1, others, false).Any(s2 => Deterred(s2) && Reach(s2, coalition, false).All(Deterred)))
            ? StabilityKinds.Smr : 0;
        stable |= improvements.TrueForAll(s1 => Reach(s1, others, true).Any(Deterred)) ? StabilityKinds.Seq : 0;
        return stable;
    }

    private bool Better(uint x, uint than, int[] coalition) => coalition.All(p => prefers(p, x, than));

    private HashSet<uint> Reach(uint from, int[] movers, bool improving)
    {
        var seen = new HashSet<(uint State, int Last)>();
        var next = new Queue<(uint State, int Last)>([(from, -1)]);
        while (next.TryDequeue(out var at))
        {
            foreach (var step in movers.Where(m => m != at.Last).SelectMany(m => Moves(at.State, m, improving).Select(s => (s, m))).Where(seen.Add))
            {
                if (!oneMove)
                {
                    next.Enqueue(step);
                }
            }
        }

        return [.. seen.Select(s => s.State)];
    }

    private IEnumerable<uint> Moves(uint from, int mover, bool improving) => states.Where(to => to != from &&
        model.Options.Select((o, i) => (o, Was: from >> i & 1, Is: to >> i & 1)).Where(x => x.Was != x.Is).All(x =>
            x.o.Party == model.DecisionMakers[mover] && x.o.Moves switch
            {
                OptionMoves.OnlyTaken => x.Is == 1,
                OptionMoves.OnlyGivenUp => x.Is == 0,
                _ => true,
            }) && (!improving || prefers(mover, to, from)));
}
