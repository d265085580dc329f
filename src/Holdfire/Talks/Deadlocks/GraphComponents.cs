using System.Collections.Immutable;
using QuikGraph;
using QuikGraph.Algorithms;

namespace Holdfire.Talks.Deadlocks;

/// <summary>Components of a graph of arcs.</summary>
internal static class GraphComponents
{
    /// <summary>The strongly connected component of each node; an arc that is not strict can be walked both ways.</summary>
    public static IDictionary<int, int> Strong(IReadOnlyList<Arc> arcs)
    {
        var graph = new AdjacencyGraph<int, SEquatableEdge<int>>();
        foreach (var arc in arcs)
        {
            graph.AddVerticesAndEdge(new SEquatableEdge<int>(arc.From, arc.To));
            if (!arc.Strict)
            {
                graph.AddEdge(new SEquatableEdge<int>(arc.To, arc.From));
            }
        }

        var component = new Dictionary<int, int>();
        graph.StronglyConnectedComponents(component);
        return component;
    }

    /// <summary>
    /// The arcs by block (biconnected component of the graph without directions): every simple cycle lies within one. Hopcroft
    /// and Tarjan, Efficient algorithms for graph manipulation, Communications of the ACM 16 (1973).
    /// </summary>
    public static ImmutableArray<List<Arc>> Blocks(IReadOnlyList<Arc> arcs)
    {
        var at = new Dictionary<int, List<int>>();
        for (var i = 0; i < arcs.Count; i++)
        {
            foreach (var node in (int[])[arcs[i].From, arcs[i].To])
            {
                at[node] = [.. at.GetValueOrDefault(node) ?? [], i];
            }
        }

        var (depth, low, taken) = (new Dictionary<int, int>(), new Dictionary<int, int>(), new HashSet<int>());
        var (open, blocks) = (new Stack<int>(), ImmutableArray.CreateBuilder<List<Arc>>());
        foreach (var start in at.Keys.Order().Where(n => !depth.ContainsKey(n)))
        {
            Visit(start, 0);
        }

        return blocks.ToImmutable();

        // The depth is at most the number of nodes on a path, and only components of at most 60 arcs come here.
        void Visit(int node, int level)
        {
            depth[node] = low[node] = level;
            foreach (var arc in at[node])
            {
                if (!taken.Add(arc))
                {
                    continue;
                }

                open.Push(arc);
                var other = arcs[arc].OtherEnd(node);
                if (depth.TryGetValue(other, out var seen))
                {
                    low[node] = Math.Min(low[node], seen);
                    continue;
                }

                Visit(other, level + 1);
                low[node] = Math.Min(low[node], low[other]);
                if (low[other] >= level)
                {
                    var block = new List<Arc>();
                    int last;
                    do
                    {
                        last = open.Pop();
                        block.Add(arcs[last]);
                    }
                    while (last != arc);
                    blocks.Add(block);
                }
            }
        }
    }
}
