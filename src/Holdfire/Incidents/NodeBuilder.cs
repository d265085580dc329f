namespace Holdfire.Incidents;

/// <summary>Makes the nodes of a component.</summary>
internal sealed class NodeBuilder(FusionRows rows, StatedLinks links)
{
    private readonly Atoms atoms = new(rows, links);

    /// <summary>The nodes of these rows, given in the order of their ids; nodes come in the order of their first rows.</summary>
    public Node[] Nodes(int[] members)
    {
        if (Array.TrueForAll(members, m => links.Of(m).Count == 0 && links.ApartFrom(m).Count == 0))
        {
            return Array.ConvertAll(members, m => new Node([m], rows.Values[m].IsComparable ? [m] : [], []));
        }

        var (atomOf, isEvidence) = atoms.Join(members);
        var first = new Dictionary<int, int>(members.Length);
        for (var i = 0; i < members.Length; i++)
        {
            first[members[i]] = members[atomOf[i]];
        }

        return [.. Enumerable.Range(0, members.Length).GroupBy(i => atomOf[i]).OrderBy(g => g.Key).Select(g => new Node(
            [.. g.Select(i => members[i])],
            [.. g.Where(i => isEvidence[i] && rows.Values[members[i]].IsComparable).Select(i => members[i])],
            [.. g.SelectMany(i => links.ApartFrom(members[i])).Where(first.ContainsKey).Select(o => first[o]).Distinct()]))];
    }
}
