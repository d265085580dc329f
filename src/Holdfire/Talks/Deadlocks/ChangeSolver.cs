namespace Holdfire.Talks.Deadlocks;

/// <summary>
/// Finds the smallest sets of changes after which no strict cycle is left: exactly how small, exactly how many.
/// </summary>
/// <remarks>
/// With strict arcs and dropping alone this is the minimum feedback arc set. The search takes a strict cycle and asks which
/// of its arcs is the first to be changed, so that no set is met twice; it bounds by strict cycles that share no arc. Blocks are
/// solved apart, and their numbers multiplied.
/// </remarks>
internal static class ChangeSolver
{
    /// <summary>The smallest sets of at most <paramref name="most"/> changes; null where there is none.</summary>
    public static SmallestChanges? Solve(List<Arc> arcs, int most)
    {
        var settled = ArcReducer.Reduce(ref arcs);
        foreach (var block in GraphComponents.Blocks(arcs))
        {
            if (settled is null || settled.Size > most)
            {
                return null;
            }

            settled = SmallestChanges.Both(settled, SolveBlock(block, most - settled.Size));
        }

        return settled?.Size <= most ? settled : null;
    }

    /// <summary>A number of changes that no set can do with less than: strict cycles that share no arc that can be dropped.</summary>
    public static int LeastBound(IReadOnlyList<Arc> arcs, int enough = int.MaxValue)
    {
        var cycles = new StrictCycles(arcs);
        var bound = 0;
        foreach (var below in (int[])[3, int.MaxValue])
        {
            for (var i = 0; i < arcs.Count && bound < enough; i++)
            {
                while (arcs[i].Strict && cycles.Through(i, below) is { } cycle)
                {
                    var changed = cycle.Where(at => arcs[at].Drop is not null).ToList();
                    if (changed.Count == 0)
                    {
                        return int.MaxValue;
                    }

                    bound += changed.Min(at => arcs[at].Drop!.Size);
                    changed.ForEach(cycles.Remove);
                }
            }
        }

        return bound;
    }

    private static SmallestChanges? SolveBlock(List<Arc> arcs, int most)
    {
        var cycles = new StrictCycles(arcs);
        var (forced, gone) = (SmallestChanges.Nothing, new HashSet<int>());
        for (; cycles.Cheapest() is { } cycle; gone.Add(cycle[0]))
        {
            cycle.RemoveAll(at => arcs[at].Drop is null && !arcs[at].Strict);
            var open = cycle.FindAll(at => arcs[at].Drop is not null);
            if (open.Count == 0 || forced.Size > most)
            {
                return null;
            }

            // With one arc that can be dropped there is no choice, unless weakening it leaves no strict arc.
            if (open.Count > 1 || (arcs[open[0]].Weaken is not null && !cycle.Exists(at => at != open[0] && arcs[at].Strict)))
            {
                return gone.Count == 0 ? Branch(arcs, cycle, open, most)
                    : SmallestChanges.Both(forced, Solve([.. arcs.Where((_, at) => !gone.Contains(at))], most - forced.Size));
            }

            forced = SmallestChanges.Both(forced, arcs[open[0]].Drop)!;
            cycles.Remove(open[0]);
            cycle[0] = open[0];
        }

        return forced.Size <= most ? forced : null;
    }

    private static SmallestChanges? Branch(List<Arc> arcs, List<int> cycle, List<int> open, int most)
    {
        if (LeastBound(arcs, most == int.MaxValue ? most : most + 1) > most)
        {
            return null;
        }

        SmallestChanges? best = null;
        var left = arcs.ToList();
        foreach (var at in open)
        {
            var arc = arcs[at];
            best = Try(arc.Drop, [.. left.Where((_, i) => i != at)]);

            // The last to be changed must leave no strict arc.
            var useless = arc.Weaken is null || (at == open[^1] && cycle.Exists(i => i != at && arcs[i].Strict));
            best = useless ? best : Try(arc.Weaken, [.. left.Select((a, i) => i == at ? arc.Kept with { Strict = false } : a)]);
            left[at] = arc.Kept;
        }

        return best;

        SmallestChanges? Try(SmallestChanges? change, List<Arc> rest) =>
            change is null || change.Size > (best?.Size ?? most) ? best
                : SmallestChanges.Either(best, SmallestChanges.Both(change, Solve(rest, (best?.Size ?? most) - change.Size)));
    }
}
