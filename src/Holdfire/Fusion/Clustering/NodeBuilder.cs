namespace Holdfire.Fusion;

/// <summary>Makes the nodes of a component.</summary>
internal sealed class NodeBuilder(FusionRows rows, StatedLinks links)
{
    private readonly Atoms atoms = new(rows, links);

    /// <summary>The nodes of these rows, given in the order of their ids; nodes come in the order of their first rows.</summary>
    public Node[] Nodes(int[] members)
    {
        if (Array.TrueForAll(members, m => links.Of(m).Count == 0 && links.ApartFrom(m).Count == 0))
        {
            return Array.ConvertAll(members, m => Plain([m]));
        }

        var (atomOf, isEvidence) = atoms.Join(members);
        var (own, evidence) = (new List<int>?[members.Length], new List<int>?[members.Length]);
        for (var i = 0; i < members.Length; i++)
        {
            (own[atomOf[i]] ??= []).Add(members[i]);
            if (isEvidence[i] && rows.Values[members[i]].IsComparable)
            {
                (evidence[atomOf[i]] ??= []).Add(members[i]);
            }
        }

        var nodes = new List<Node>(members.Length);
        for (var atom = 0; atom < members.Length; atom++)
        {
            if (own[atom] is { } all)
            {
                nodes.Add(new Node([.. all], [.. evidence[atom] ?? []], links.HasApart ? Apart(all, members, atomOf) : []));
            }
        }

        return [.. nodes];
    }

    private Node Plain(int[] own) => new(own, rows.Values[own[0]].IsComparable ? own : [], []);

    private int[] Apart(List<int> own, int[] members, int[] atomOf) =>
        [.. own.SelectMany(links.ApartFrom).Select(o => Array.IndexOf(members, o)).Where(at => at >= 0).Select(at => members[atomOf[at]]).Distinct()];
}
