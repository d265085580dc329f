namespace Holdfire.Incidents;

/// <summary>Nodes that are to be put into groups.</summary>
internal sealed class Problem(Scorer scorer, FusionRows rows, Node[] nodes)
{
    private readonly double[] alone = Array.ConvertAll(nodes, n => scorer.Parts(rows.Values, n.Evidence).Total);
    private readonly Dictionary<long, bool> compatible = [];

    public Node[] Nodes => nodes;

    public FusionRow[] Rows => rows.Values;

    public Scorer Scorer => scorer;

    /// <summary>The weight of a node's own rows being of one event; 0 for one row.</summary>
    public double Alone(int node) => alone[node];

    /// <summary>Whether two nodes may be in one group: nothing forbids it, and their own weight is not too low.</summary>
    public bool AreCompatible(int a, int b)
    {
        // Few nodes are asked for each pair once; many are asked again and again.
        if (nodes.Length <= ExactSolver.Most)
        {
            return Weigh(a, b);
        }

        var pair = ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
        if (!compatible.TryGetValue(pair, out var found))
        {
            compatible[pair] = found = Weigh(a, b);
        }

        return found;
    }

    /// <summary>The weight of nodes, in rising order, being one event, less that of each node in itself, bits.</summary>
    public double Bits(ReadOnlySpan<int> group)
    {
        if (group.Length < 2)
        {
            return 0;
        }

        var count = 0;
        foreach (var node in group)
        {
            count += nodes[node].Evidence.Length;
        }

        Span<int> members = count <= 64 ? stackalloc int[count] : new int[count];
        var (at, apart) = (0, 0.0);
        foreach (var node in group)
        {
            nodes[node].Evidence.CopyTo(members[at..]);
            at += nodes[node].Evidence.Length;
            apart += alone[node];
        }

        return scorer.Parts(rows.Values, members).Total - apart;
    }

    private bool Weigh(int a, int b) => MayJoin(a, b) && Bits(a < b ? [a, b] : [b, a]) >= scorer.Parameters.GroupBits;

    private bool MayJoin(int a, int b)
    {
        var (one, two) = (nodes[a], nodes[b]);
        foreach (var x in one.Evidence)
        {
            foreach (var y in two.Evidence)
            {
                if (!scorer.CanBeOne(rows.Values[x], rows.Values[y]))
                {
                    return false;
                }
            }
        }

        return one.Evidence.Length > 0 && two.Evidence.Length > 0 && Array.IndexOf(one.Apart, two.First) < 0;
    }
}
