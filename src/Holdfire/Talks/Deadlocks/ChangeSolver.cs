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
    public static Optima? Solve(List<Arc> arcs, int most)
    {
        var settled = ArcReducer.Reduce(ref arcs);
        foreach (var block in Components.Blocks(arcs))
        {
            if (settled is null || settled.Size > most)
            {
                return null;
            }

            settled = Optima.Both(settled, SolveBlock(block, most - settled.Size));
        }

        return settled?.Size <= most ? settled : null;
    }

    /// <summary>A number of changes that no set can do with less than: strict cycles that share no arc that can be dropped.</summary>
    public static int LeastBound(IReadOnlyList<Arc> arcs, int enough = int.MaxValue)
    {
        var left = arcs.ToList();
        var bound = 0;
        while (bound < enough && StrictCycles.Cheapest(left) is { } cycle)
        {
            var changed = cycle.Select(i => left[i]).Where(a => a.Drop is not null).ToList();
            if (changed.Count == 0)
            {
                return int.MaxValue;
            }

            bound += changed.Min(a => a.Drop!.Size);
            left.RemoveAll(changed.Contains);
        }

        return bound;
    }

    private static Optima? SolveBlock(List<Arc> arcs, int most)
    {
        if (StrictCycles.Cheapest(arcs) is not { } cycle)
        {
            return Optima.Nothing;
        }

        if (LeastBound(arcs, most == int.MaxValue ? most : most + 1) > most)
        {
            return null;
        }

        Optima? best = null;
        var left = arcs.ToList();
        foreach (var at in cycle.Where(i => arcs[i].Drop is not null))
        {
            var arc = arcs[at];
            best = Try(arc.Drop, [.. left.Where((_, i) => i != at)]);
            best = arc.Weaken is null ? best : Try(arc.Weaken, [.. left.Select((a, i) => i == at ? arc.Kept with { Strict = false } : a)]);
            left[at] = arc.Kept;
        }

        return best;

        Optima? Try(Optima? change, List<Arc> rest) =>
            change is null || change.Size > (best?.Size ?? most) ? best
                : Optima.Either(best, Optima.Both(change, Solve(rest, (best?.Size ?? most) - change.Size)));
    }
}
