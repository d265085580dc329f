using System.Numerics;

namespace Holdfire.Record.Tlog;

/// <summary>The right edge of a growing Merkle tree: enough to add leaves and to tell the root, in 63 hashes at most.</summary>
/// <remarks>
/// One hash for each bit that is set in the size: the roots of the complete subtrees that the tree is made of, largest first
/// (RFC 6962, section 2.1). Not safe for concurrent use.
/// </remarks>
public sealed class MerkleFrontier
{
    private readonly MerkleHash[] nodes = new MerkleHash[63];

    /// <summary>The frontier of the empty tree.</summary>
    public MerkleFrontier()
    {
    }

    /// <summary>The frontier of the first <paramref name="size"/> leaves of a tree.</summary>
    public MerkleFrontier(IMerkleNodes tree, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Size = size;
        for (var level = 0; level < nodes.Length; level++)
        {
            if ((size >> level & 1) == 1)
            {
                nodes[level] = tree.Node(level, (size >> level) - 1);
            }
        }
    }

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The root: the Merkle tree hash of all leaves so far.</summary>
    public MerkleHash Root
    {
        get
        {
            if (Size == 0)
            {
                return MerkleHash.OfEmptyTree;
            }

            var level = BitOperations.TrailingZeroCount(Size);
            var root = nodes[level];
            for (level++; Size >> level != 0; level++)
            {
                if ((Size >> level & 1) == 1)
                {
                    root = MerkleHash.OfNode(nodes[level], root);
                }
            }

            return root;
        }
    }

    /// <summary>Adds a leaf by its hash.</summary>
    public void Add(MerkleHash leaf)
    {
        var level = 0;
        for (; (Size >> level & 1) == 1; level++)
        {
            leaf = MerkleHash.OfNode(nodes[level], leaf);
        }

        nodes[level] = leaf;
        Size++;
    }

    /// <summary>The frontier of this size with these hashes, as <see cref="ToNodes"/> gives them.</summary>
    /// <exception cref="ArgumentException">There are not as many hashes as bits set in the size.</exception>
    internal static MerkleFrontier FromNodes(long size, ReadOnlySpan<MerkleHash> hashes)
    {
        if (size < 0 || hashes.Length != BitOperations.PopCount((ulong)size))
        {
            throw new ArgumentException($"expected a hash for each bit set in {size}, found {hashes.Length}", nameof(hashes));
        }

        var frontier = new MerkleFrontier { Size = size };
        for (var level = 0; level < frontier.nodes.Length; level++)
        {
            if ((size >> level & 1) == 1)
            {
                frontier.nodes[level] = hashes[0];
                hashes = hashes[1..];
            }
        }

        return frontier;
    }

    /// <summary>The hashes, those of the smallest subtrees first.</summary>
    internal MerkleHash[] ToNodes() => [.. nodes.Where((_, level) => (Size >> level & 1) == 1)];

    /// <summary>A frontier that can grow apart from this one.</summary>
    public MerkleFrontier Copy()
    {
        var copy = new MerkleFrontier { Size = Size };
        nodes.CopyTo(copy.nodes, 0);
        return copy;
    }
}
