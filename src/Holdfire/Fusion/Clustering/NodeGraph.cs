namespace Holdfire.Fusion;

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
            if (one.Members.Length == 1 && two.Members.Length == 1 && one.Apart.Length == 0)
            {
                problem.Note(a, b, edge.Bits);
                Add(a, b, edge.Bits - problem.Caution(a) - problem.Caution(b));
            }
            else if (problem.PairBits(a, b) is var bits && !double.IsNaN(bits))
            {
                Add(a, b, bits);
            }
        }

        foreach (var list in neighbours)
        {
            list.Sort((x, y) => y.Bits.CompareTo(x.Bits) is var c and not 0 ? c : x.Node.CompareTo(y.Node));
        }
    }

    private void Add(int a, int b, double bits)
    {
        neighbours[a].Add((b, bits));
        neighbours[b].Add((a, bits));
    }

    /// <summary>The candidates of a node, the weightiest first, ties by the lesser node.</summary>
    public List<(int Node, double Bits)> Of(int node) => neighbours[node];
}
