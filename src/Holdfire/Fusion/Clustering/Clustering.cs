namespace Holdfire.Fusion;

/// <summary>How the nodes of a component were put into groups.</summary>
/// <param name="GroupOf">For each node the least node of its group.</param>
/// <param name="Probability">For each least node the probability of its group as it is.</param>
/// <param name="Around">For each least node the nodes among which its group was decided; none where it is too large for that.</param>
internal sealed record Clustering(int[] GroupOf, double[] Probability, Func<int, int[]> Around)
{
    private readonly Lazy<ILookup<int, int>> nodes = new(() => Enumerable.Range(0, GroupOf.Length).ToLookup(i => GroupOf[i]));

    /// <summary>The least node of each group, rising.</summary>
    public int[] Groups { get; } = GroupsOf(GroupOf);

    /// <summary>The least node of each group, rising, of nodes in any groups.</summary>
    public static int[] GroupsOf(int[] groupOf) => [.. Enumerable.Range(0, groupOf.Length).Where(i => groupOf[i] == i)];

    /// <summary>The nodes of a group, known by its least node, rising.</summary>
    public int[] NodesOf(int group) => [.. nodes.Value[group]];

    /// <summary>Which of these nodes are of a group, as a bit mask over their places.</summary>
    public int MaskOf(int group, int[] nodes) => MaskOf(GroupOf, group, nodes);

    /// <summary>The same of nodes in any groups.</summary>
    public static int MaskOf(int[] groupOf, int group, int[] nodes)
    {
        var mask = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            mask |= groupOf[nodes[i]] == group ? 1 << i : 0;
        }

        return mask;
    }
}
