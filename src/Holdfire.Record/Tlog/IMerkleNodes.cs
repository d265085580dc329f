namespace Holdfire.Record.Tlog;

/// <summary>The hashes of a Merkle tree's complete subtrees.</summary>
public interface IMerkleNodes
{
    /// <summary>
    /// The root of the 2^<paramref name="level"/> leaves that begin at <paramref name="index"/> × 2^<paramref name="level"/>.
    /// All of these leaves must be in the tree.
    /// </summary>
    MerkleHash Node(int level, long index);
}
