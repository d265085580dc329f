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
            return Array.ConvertAll(members, m => Plain([m]));
        }

        var (atomOf, isEvidence) = atoms.Join(members);
        var sizes = new int[members.Length];
        foreach (var atom in atomOf)
        {
            sizes[atom]++;
        }

        var nodes = new List<Node>(members.Length);
        for (var atom = 0; atom < members.Length; atom++)
        {
            if (sizes[atom] > 0)
            {
                nodes.Add(NodeOf(atom, sizes[atom], members, atomOf, isEvidence));
            }
        }

        return [.. nodes];
    }

    private Node Plain(int[] own) => new(own, rows.Values[own[0]].IsComparable ? own : [], []);

    private Node NodeOf(int atom, int size, int[] members, int[] atomOf, bool[] isEvidence)
    {
        var (own, evidence, at) = (new int[size], new List<int>(size), 0);
        for (var i = atom; at < size; i++)
        {
            if (atomOf[i] == atom)
            {
                own[at++] = members[i];
                if (isEvidence[i] && rows.Values[members[i]].IsComparable)
                {
                    evidence.Add(members[i]);
                }
            }
        }

        return new Node(own, [.. evidence], links.HasApart ? Apart(own, members, atomOf) : []);
    }

    private int[] Apart(int[] own, int[] members, int[] atomOf) =>
        [.. own.SelectMany(links.ApartFrom).Select(o => Array.IndexOf(members, o)).Where(at => at >= 0).Select(at => members[atomOf[at]]).Distinct()];
}
