namespace Holdfire.Talks.Deadlocks;

/// <summary>Finds cycles with at least one strict arc, shortest by the number of arcs that can be dropped.</summary>
internal sealed class StrictCycles
{
    private readonly IReadOnlyList<Arc> arcs;
    private readonly int[] from;
    private readonly int[] to;
    private readonly bool[] gone;

    // The arcs by which each node can be left; an arc that is not strict can be walked both ways.
    private readonly List<int>[] around;
    private readonly int[] cost;
    private readonly int[] by;
    private readonly int[] queue;

    public StrictCycles(IReadOnlyList<Arc> arcs)
    {
        this.arcs = arcs;
        var place = new Dictionary<int, int>();
        int PlaceOf(int node) => place.TryGetValue(node, out var known) ? known : place[node] = place.Count;
        (from, to) = (new int[arcs.Count], new int[arcs.Count]);
        for (var i = 0; i < arcs.Count; i++)
        {
            (from[i], to[i]) = (PlaceOf(arcs[i].From), PlaceOf(arcs[i].To));
        }

        (gone, around) = (new bool[arcs.Count], new List<int>[place.Count]);
        (cost, by, queue) = (new int[place.Count], new int[place.Count], new int[(8 * arcs.Count) + 8]);
        for (var node = 0; node < around.Length; node++)
        {
            around[node] = [];
        }

        for (var i = 0; i < arcs.Count; i++)
        {
            around[from[i]].Add(i);
            if (!arcs[i].Strict)
            {
                around[to[i]].Add(i);
            }
        }
    }

    /// <summary>Leaves an arc out from now on.</summary>
    public void Remove(int arc) => gone[arc] = true;

    /// <summary>A strict cycle with the fewest arcs that can be dropped, as places in the list; null where there is none.</summary>
    public List<int>? Cheapest()
    {
        var (best, least) = (-1, int.MaxValue);
        for (var i = 0; i < arcs.Count && least > 0; i++)
        {
            if (arcs[i].Strict && CostThrough(i, least) is { } found && found < least)
            {
                (best, least) = (i, found);
            }
        }

        return best < 0 ? null : Through(best, int.MaxValue);
    }

    /// <summary>The cheapest cycle through a strict arc that costs less than <paramref name="below"/>; null where there is none.</summary>
    public List<int>? Through(int first, int below)
    {
        if (CostThrough(first, below) is null)
        {
            return null;
        }

        var cycle = new List<int> { first };
        for (var node = from[first]; node != to[first]; node = OtherEnd(by[node], node))
        {
            cycle.Add(by[node]);
        }

        return cycle;
    }

    private int OtherEnd(int arc, int node) => from[arc] == node ? to[arc] : from[arc];

    // A shortest way from the end of the arc back to its start, where arcs that cannot be dropped cost nothing (0-1 search).
    private int? CostThrough(int first, int below)
    {
        if (gone[first])
        {
            return null;
        }

        Array.Fill(cost, int.MaxValue);
        var (start, goal, own) = (to[first], from[first], arcs[first].Drop is null ? 0 : 1);
        int head = queue.Length / 2, tail = head;
        (cost[start], queue[tail++]) = (own, start);
        while (head < tail)
        {
            var node = queue[head++];
            if (node == goal || cost[node] >= below)
            {
                break;
            }

            foreach (var arc in around[node])
            {
                var other = OtherEnd(arc, node);
                var step = cost[node] + (arcs[arc].Drop is null ? 0 : 1);
                if (gone[arc] || arc == first || cost[other] <= step)
                {
                    continue;
                }

                (cost[other], by[other]) = (step, arc);
                if (step == cost[node])
                {
                    queue[--head] = other;
                }
                else
                {
                    queue[tail++] = other;
                }
            }
        }

        return cost[goal] < below ? cost[goal] : null;
    }
}
