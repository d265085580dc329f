namespace Holdfire.Incidents;

/// <summary>The candidate pairs of a problem's nodes, from the candidate pairs of its rows.</summary>
internal sealed class NodeGraph
{
    private readonly List<(int Node, double Bits)>[] neighbours;

    public NodeGraph(Problem problem, IEnumerable<Edge> edges)
    {
        var node = new Dictionary<int, int>();
        for (var i = 0; i < problem.Nodes.Length; i++)
        {
            foreach (var row in problem.Nodes[i].Evidence)
            {
                node[row] = i;
            }
        }

        neighbours = [.. problem.Nodes.Select(_ => new List<(int, double)>())];
        var seen = new HashSet<(int, int)>();
        foreach (var edge in edges)
        {
            if (!node.TryGetValue(edge.A, out var a) || !node.TryGetValue(edge.B, out var b) || a == b ||
                !seen.Add((Math.Min(a, b), Math.Max(a, b))))
            {
                continue;
            }

            var (one, two) = (problem.Nodes[a], problem.Nodes[b]);
            var isPlain = one.Evidence.Length == 1 && two.Evidence.Length == 1 && one.Apart.Length == 0;
            if (isPlain || problem.AreCompatible(a, b))
            {
                var bits = isPlain ? edge.Bits : problem.Bits(a < b ? [a, b] : [b, a]);
                neighbours[a].Add((b, bits));
                neighbours[b].Add((a, bits));
            }
        }

        foreach (var list in neighbours)
        {
            list.Sort((x, y) => y.Bits.CompareTo(x.Bits) is var c and not 0 ? c : x.Node.CompareTo(y.Node));
        }
    }

    /// <summary>The candidates of a node, the weightiest first, ties by the lesser node.</summary>
    public IReadOnlyList<(int Node, double Bits)> Of(int node) => neighbours[node];
}
