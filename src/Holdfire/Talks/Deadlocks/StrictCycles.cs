namespace Holdfire.Talks.Deadlocks;

/// <summary>Finds cycles with at least one strict arc.</summary>
internal static class StrictCycles
{
    /// <summary>A strict cycle with the fewest arcs that can be dropped, as places in the list; null where there is none.</summary>
    public static List<int>? Cheapest(IReadOnlyList<Arc> arcs)
    {
        var around = Around(arcs);
        (int Cost, List<int> Cycle)? best = null;
        for (var i = 0; i < arcs.Count && best?.Cost != 0; i++)
        {
            if (arcs[i].Strict && Path(arcs, around, i) is { } found && (best is null || found.Cost < best.Value.Cost))
            {
                best = found;
            }
        }

        return best?.Cycle;
    }

    /// <summary>For each node the arcs by which it can be left.</summary>
    public static Dictionary<int, List<int>> Around(IReadOnlyList<Arc> arcs)
    {
        var around = new Dictionary<int, List<int>>();
        for (var i = 0; i < arcs.Count; i++)
        {
            Add(arcs[i].From, i);
            if (!arcs[i].Strict)
            {
                Add(arcs[i].To, i);
            }
        }

        return around;

        void Add(int node, int arc)
        {
            if (!around.TryGetValue(node, out var list))
            {
                around[node] = list = [];
            }

            list.Add(arc);
        }
    }

    // A shortest way from the end of the arc back to its start, where arcs that cannot be dropped cost nothing (0-1 search).
    private static (int Cost, List<int> Cycle)? Path(IReadOnlyList<Arc> arcs, Dictionary<int, List<int>> around, int first)
    {
        var (from, to) = (arcs[first].To, arcs[first].From);
        var cost = new Dictionary<int, int> { [from] = 0 };
        var by = new Dictionary<int, int>();
        var next = new LinkedList<(int Node, int Cost)>();
        next.AddFirst((from, 0));
        while (next.First is { } head)
        {
            next.RemoveFirst();
            var (node, at) = head.Value;
            if (at > cost[node])
            {
                continue;
            }

            if (node == to)
            {
                break;
            }

            foreach (var arc in around.GetValueOrDefault(node) ?? [])
            {
                var other = arcs[arc].OtherEnd(node);
                var step = at + (arcs[arc].Drop is null ? 0 : 1);
                if (arc == first || (cost.TryGetValue(other, out var before) && before <= step))
                {
                    continue;
                }

                cost[other] = step;
                by[other] = arc;
                if (step == at)
                {
                    next.AddFirst((other, step));
                }
                else
                {
                    next.AddLast((other, step));
                }
            }
        }

        if (!cost.TryGetValue(to, out var total))
        {
            return null;
        }

        var cycle = new List<int> { first };
        for (var node = to; node != from; node = arcs[by[node]].OtherEnd(node))
        {
            cycle.Add(by[node]);
        }

        return (total + (arcs[first].Drop is null ? 0 : 1), cycle);
    }
}
