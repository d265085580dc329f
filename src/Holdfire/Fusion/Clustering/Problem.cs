namespace Holdfire.Fusion;

/// <summary>Nodes that are to be put into groups.</summary>
internal sealed class Problem(Scorer scorer, FusionRows rows, Node[] nodes)
{
    private readonly double[] alone = Array.ConvertAll(nodes, n => scorer.Parts(rows.Values, n.Evidence).Total);

    // Few nodes are asked for each pair once; many are asked again and again.
    private readonly Dictionary<long, double>? known = nodes.Length > ExactSolver.Most ? [] : null;

    /// <summary>Whether several threads may ask; then what is not known yet is weighed each time.</summary>
    public bool IsShared { get; set; }

    // What each node must be outweighed by to be put with others.
    private readonly double[] caution = Array.ConvertAll(nodes, n =>
        n.Evidence.Length > 0 && Array.TrueForAll(n.Evidence, r => rows.Values[r].IsAreaAlone) ? scorer.Parameters.AreaBits : 0);

    public Node[] Nodes => nodes;

    public FusionRow[] Rows => rows.Values;

    public Scorer Scorer => scorer;

    /// <summary>The weight of a node's own rows being of one event; 0 for one row.</summary>
    public double Alone(int node) => alone[node];

    /// <summary>By how much a group with this node must outweigh separate ones, bits; 0 for most.</summary>
    public double Caution(int node) => caution[node];

    /// <summary>Whether two nodes may be in one group: nothing forbids it, and their own weight is not too low.</summary>
    public bool AreCompatible(int a, int b) => !double.IsNaN(PairBits(a, b));

    /// <summary>
    /// The weight of two nodes being one event, less that of each in itself and their caution, bits; not a number where they may not be.
    /// </summary>
    public double PairBits(int a, int b)
    {
        if (known is null)
        {
            return Weigh(a, b);
        }

        if (!known.TryGetValue(Key(a, b), out var bits))
        {
            bits = Weigh(a, b);
            if (!IsShared)
            {
                known.Add(Key(a, b), bits);
            }
        }

        return bits;
    }

    /// <summary>Notes the weight of two nodes that nothing forbids, without caution.</summary>
    public void Note(int a, int b, double bits) => known?.TryAdd(Key(a, b), OrForbidden(bits) - caution[a] - caution[b]);

    /// <summary>The weight of nodes, in rising order, being one event, less that of each node in itself and their caution, bits.</summary>
    public double Bits(ReadOnlySpan<int> group)
    {
        var bits = TrueBits(group);
        for (var i = 0; i < group.Length && group.Length > 1; i++)
        {
            bits -= caution[group[i]];
        }

        return bits;
    }

    /// <summary>The same without caution: what probabilities go by.</summary>
    public double TrueBits(ReadOnlySpan<int> group)
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

    // Not shifted by 32 bits: the hash of a long joins its halves, and near pairs would all fall into a few bins.
    private long Key(int a, int b) => ((long)Math.Min(a, b) * nodes.Length) + Math.Max(a, b);

    private double OrForbidden(double bits) => bits >= scorer.Parameters.GroupBits ? bits : double.NaN;

    private double Weigh(int a, int b) => MayJoin(a, b) ? OrForbidden(TrueBits(a < b ? [a, b] : [b, a])) - caution[a] - caution[b] : double.NaN;

    // Rows that are no evidence can still be told apart by their source.
    private bool AreToldApart(Node one, Node two)
    {
        foreach (var x in one.Members)
        {
            if (rows.Values[x].IsDistinct && Array.Exists(two.Members, y => rows.Values[y].IsDistinct && rows.Values[y].Source == rows.Values[x].Source))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayJoin(int a, int b)
    {
        var (one, two) = (nodes[a], nodes[b]);
        if (one.Members.Length + two.Members.Length > one.Evidence.Length + two.Evidence.Length && AreToldApart(one, two))
        {
            return false;
        }

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
