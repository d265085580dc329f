using System.Collections.Immutable;
using System.Text.Json;
using Jint;

namespace Holdfire.Pages.Graph;

/// <summary>
/// Places nodes and edges with dagre, a JavaScript library for layered graphs (Gansner et al., A technique for drawing directed
/// graphs, 1993), which the build takes from npm and Jint runs. The same graph gives the same drawing.
/// </summary>
internal static class GraphLayout
{
    // dagre copies settings, plain data, with a function that browsers have and the language itself has not.
    private const string Place = """
        globalThis.structuredClone ??= (data) => JSON.parse(JSON.stringify(data));
        function place(text) {
          const { nodes, edges } = JSON.parse(text);
          const graph = new dagre.graphlib.Graph({ multigraph: true });
          graph.setGraph({ rankdir: "TB", nodesep: 26, ranksep: 34, edgesep: 16, marginx: 6, marginy: 6 });
          for (const n of nodes) graph.setNode(n.Id, { width: n.Width, height: n.Height });
          for (const e of edges)
            graph.setEdge(e.From, e.To, { width: e.LabelWidth, height: e.LabelHeight, labelpos: "c" }, e.Id);
          dagre.layout(graph);
          const { width, height } = graph.graph();
          return JSON.stringify({
            width, height,
            nodes: graph.nodes().map((id) => ({ id, x: graph.node(id).x, y: graph.node(id).y })),
            edges: graph.edges().map((e) => ({ id: e.name, x: graph.edge(e).x, y: graph.edge(e).y, points: graph.edge(e).points })),
          });
        }
        """;

    private static readonly string? Library = Read();

    /// <summary>The graph placed, or null where the build left the library out. No edge may join a node with itself.</summary>
    public static PlacedGraph? Of(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        if (Library is null || nodes.Count == 0)
        {
            return null;
        }

        using var engine = new Engine();
        engine.Execute(Place).Execute(Library);
        using var placed = JsonDocument.Parse(engine.Invoke("place", JsonSerializer.Serialize(new { nodes, edges })).AsString());
        var root = placed.RootElement;
        return new PlacedGraph(
            root.GetProperty("width").GetDouble(), root.GetProperty("height").GetDouble(),
            root.GetProperty("nodes").EnumerateArray().ToImmutableDictionary(n => n.GetProperty("id").GetString()!, Point),
            [
                .. root.GetProperty("edges").EnumerateArray().Select(e => new PlacedEdge(
                    e.GetProperty("id").GetString()!, [.. e.GetProperty("points").EnumerateArray().Select(Point)], Point(e))),
            ]);
    }

    private static GraphPoint Point(JsonElement at) => new(at.GetProperty("x").GetDouble(), at.GetProperty("y").GetDouble());

    private static string? Read()
    {
        using var stream = typeof(GraphLayout).Assembly.GetManifestResourceStream("dagre.min.js");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
