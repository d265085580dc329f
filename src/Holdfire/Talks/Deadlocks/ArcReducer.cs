namespace Holdfire.Talks.Deadlocks;

/// <summary>
/// Makes a graph smaller without changing its smallest sets of changes: parallel arcs become one, a node with two arcs is
/// bridged, loops are settled, and arcs on no strict cycle go.
/// </summary>
/// <remarks>
/// Of two arcs in series a smallest set changes at most one, since every cycle through one goes through the other; of
/// parallel arcs of one kind it drops all or none. Two strict arcs in series are never weakened: both would have to be, where
/// dropping one does as well.
/// </remarks>
internal static class ArcReducer
{
    /// <summary>Reduces the arcs in place and returns what the settled loops need; null where that cannot be done.</summary>
    public static SmallestChanges? Reduce(ref List<Arc> arcs)
    {
        SmallestChanges? settled = SmallestChanges.Nothing;
        for (var before = -1; before != arcs.Count && settled is not null;)
        {
            before = arcs.Count;
            settled = SmallestChanges.Both(settled, Loops(arcs));
            arcs = Parallel(OnCycles(arcs));
            Series(arcs);
        }

        return settled;
    }

    private static SmallestChanges? Loops(List<Arc> arcs)
    {
        SmallestChanges? all = SmallestChanges.Nothing;
        foreach (var loop in arcs.Where(a => a.From == a.To && a.Strict))
        {
            all = SmallestChanges.Both(all, SmallestChanges.Either(loop.Drop, loop.Weaken));
        }

        arcs.RemoveAll(a => a.From == a.To);
        return all;
    }

    private static List<Arc> OnCycles(List<Arc> arcs)
    {
        var component = GraphComponents.Strong(arcs);
        var strict = arcs.Where(a => a.Strict && component[a.From] == component[a.To]).Select(a => component[a.From]).ToHashSet();
        return arcs.FindAll(a => component[a.From] == component[a.To] && strict.Contains(component[a.From]));
    }

    private static List<Arc> Parallel(List<Arc> arcs)
    {
        var joined = new List<Arc>();
        foreach (var arc in arcs)
        {
            var same = joined.FindIndex(a => a.Strict == arc.Strict &&
                ((a.From == arc.From && a.To == arc.To) || (!arc.Strict && a.From == arc.To && a.To == arc.From)));
            if (same < 0)
            {
                joined.Add(arc);
                continue;
            }

            var other = joined[same];
            joined[same] = other with
            {
                Drop = SmallestChanges.Both(other.Drop, arc.Drop),
                Weaken = SmallestChanges.Either(
                    SmallestChanges.Both(other.Weaken, SmallestChanges.Either(arc.Drop, arc.Weaken)), SmallestChanges.Both(other.Drop, arc.Weaken)),
            };
        }

        return joined;
    }

    private static void Series(List<Arc> arcs)
    {
        foreach (var node in arcs.SelectMany(a => (int[])[a.From, a.To]).Distinct().ToList())
        {
            var at = arcs.FindAll(a => a.Touches(node));
            if (at.Count != 2 || at.Exists(a => a.From == a.To) || (at[0].Strict && at[1].Strict && at[0].From == at[1].From))
            {
                continue;
            }

            // A strict arc gives the direction; without one either will do.
            var first = at.Exists(a => a.Strict) ? at.Find(a => a.Strict && a.To == node) ?? at.Find(a => !(a.Strict && a.From == node))! : at[0];
            var last = ReferenceEquals(first, at[0]) ? at[1] : at[0];
            arcs.RemoveAll(a => ReferenceEquals(a, first) || ReferenceEquals(a, last));
            arcs.Add(new Arc(
                first.OtherEnd(node), last.OtherEnd(node), first.Strict || last.Strict, SmallestChanges.Either(first.Drop, last.Drop),
                first.Strict && last.Strict ? null : first.Strict ? first.Weaken : last.Strict ? last.Weaken : null));
        }
    }
}
