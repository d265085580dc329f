using Holdfire.Record.Tlog;

namespace Holdfire.Record.Tests.Tlog;

/// <summary>A tree whose nodes are computed from its leaves by the definition, with no tile and no memory.</summary>
internal sealed class ListNodes(IReadOnlyList<MerkleHash> leaves) : IMerkleNodes
{
    public static ListNodes Of(int size) => new([.. Enumerable.Range(0, size).Select(i => MerkleHash.OfLeaf(BitConverter.GetBytes(i)))]);

    public IReadOnlyList<MerkleHash> Leaves => leaves;

    public MerkleHash Node(int level, long index) =>
        level == 0 ? leaves[(int)index] : MerkleHash.OfNode(Node(level - 1, 2 * index), Node(level - 1, (2 * index) + 1));

    /// <summary>The root of a run of leaves by RFC 6962, section 2.1.</summary>
    public MerkleHash Root(int from, int count)
    {
        if (count == 0)
        {
            return MerkleHash.OfEmptyTree;
        }

        if (count == 1)
        {
            return leaves[from];
        }

        var left = 1;
        while (left * 2 < count)
        {
            left *= 2;
        }

        return MerkleHash.OfNode(Root(from, left), Root(from + left, count - left));
    }
}
