using System.Collections.Immutable;

namespace Holdfire.Talks.Deadlocks;

/// <summary>Lists the simple cycles with a strict arc, shortest first.</summary>
internal static class CycleSearch
{
    private const int Most = 100;

    // A search that has looked at so many steps stops and says that there may be more.
    private const int MostSteps = 200_000;

    /// <summary>The cycles as places of arcs and their nodes, each from its least node; and whether there may be more.</summary>
    public static (ImmutableArray<(ImmutableArray<int> Arcs, ImmutableArray<int> Nodes)> Cycles, bool More) Find(IReadOnlyList<Arc> arcs)
    {
        var around = Around(arcs);
        var found = ImmutableArray.CreateBuilder<(ImmutableArray<int>, ImmutableArray<int>)>();
        var (steps, more) = (0, false);
        var nodes = around.Keys.Order().ToList();
        for (var length = 1; length <= nodes.Count && !more; length++)
        {
            foreach (var start in nodes)
            {
                Extend(start, [], [start], length);
            }
        }

        return (found.ToImmutable(), more);

        void Extend(int start, ImmutableArray<int> path, ImmutableArray<int> at, int length)
        {
            if (more || ++steps > MostSteps)
            {
                more = true;
                return;
            }

            foreach (var arc in around.GetValueOrDefault(at[^1]) ?? [])
            {
                var next = arcs[arc].OtherEnd(at[^1]);
                if (path.Contains(arc) || next < start)
                {
                    continue;
                }

                if (next == start && path.Length == length - 1)
                {
                    Close(path.Add(arc), at);
                }
                else if (path.Length < length - 1 && !at.Contains(next))
                {
                    Extend(start, path.Add(arc), at.Add(next), length);
                }
            }
        }

        void Close(ImmutableArray<int> path, ImmutableArray<int> at)
        {
            if (!path.Any(i => arcs[i].Strict))
            {
                return;
            }

            more |= found.Count == Most;
            if (!more)
            {
                found.Add((path, at));
            }
        }
    }

    // For each node the arcs by which it can be left.
    private static Dictionary<int, List<int>> Around(IReadOnlyList<Arc> arcs)
    {
        var around = new Dictionary<int, List<int>>();
        foreach (var (node, arc) in arcs.SelectMany((a, i) => a.Strict ? [(a.From, i)] : new[] { (a.From, i), (a.To, i) }))
        {
            if (!around.TryGetValue(node, out var leaving))
            {
                around[node] = leaving = [];
            }

            leaving.Add(arc);
        }

        return around;
    }
}
