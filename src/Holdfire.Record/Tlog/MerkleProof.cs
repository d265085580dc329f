using System.Collections.Immutable;
using System.Numerics;

namespace Holdfire.Record.Tlog;

/// <summary>Makes and checks inclusion and consistency proofs.</summary>
/// <remarks>
/// Made by the recursive definitions of RFC 6962, sections 2.1.1 and 2.1.2; checked by the iterative algorithms of RFC 9162,
/// sections 2.1.3.2 and 2.1.4.2. The two share nothing but the node hash.
/// </remarks>
public static class MerkleProof
{
    /// <summary>The most hashes that a proof can have.</summary>
    public const int LongestProof = 63;

    /// <summary>The root of the first <paramref name="size"/> leaves.</summary>
    public static MerkleHash Root(IMerkleNodes tree, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return size == 0 ? MerkleHash.OfEmptyTree : Subtree(tree, 0, size);
    }

    /// <summary>That the leaf at <paramref name="index"/> is in the tree of <paramref name="size"/> leaves; from the leaf up.</summary>
    public static ImmutableArray<MerkleHash> Inclusion(IMerkleNodes tree, long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = ImmutableArray.CreateBuilder<MerkleHash>();
        AddPath(tree, index, 0, size, proof);
        return proof.ToImmutable();
    }

    /// <summary>That the tree of <paramref name="newSize"/> leaves begins with that of <paramref name="oldSize"/> leaves.</summary>
    /// <remarks>Empty where the sizes are equal or the old one is zero.</remarks>
    public static ImmutableArray<MerkleHash> Consistency(IMerkleNodes tree, long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var proof = ImmutableArray.CreateBuilder<MerkleHash>();
        if (oldSize > 0 && oldSize < newSize)
        {
            AddSubproof(tree, oldSize, 0, newSize, whole: true, proof);
        }

        return proof.ToImmutable();
    }

    /// <summary>Whether the proof shows that the leaf is at the index of the tree with this size and root.</summary>
    public static bool VerifyInclusion(MerkleHash leaf, long index, long size, ImmutableArray<MerkleHash> proof, MerkleHash root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (fn, sn, hash) = (index, size - 1, leaf);
        foreach (var p in proof)
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                hash = MerkleHash.OfNode(p, hash);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                hash = MerkleHash.OfNode(hash, p);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && hash == root;
    }

    /// <summary>Reads the hashes of a proof, one a line in base64; an empty text is a proof without hashes.</summary>
    public static Parsed<ImmutableArray<MerkleHash>> Parse(string text) =>
        text.Length == 0 ? ImmutableArray<MerkleHash>.Empty
        : text.EndsWith('\n') ? ProofLines.Parse(text[..^1].Split('\n'), "proof", 1)
        : RecordError.Invalid("proof", "hashes in base64, one a line, each line with its end", "");

    /// <summary>Whether the proof shows that the new tree begins with the old one.</summary>
    public static bool VerifyConsistency(
        long oldSize, MerkleHash oldRoot, long newSize, MerkleHash newRoot, ImmutableArray<MerkleHash> proof)
    {
        if (oldSize < 0 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == newSize || oldSize == 0)
        {
            return proof.IsEmpty && (oldSize == newSize ? oldRoot == newRoot : oldRoot == MerkleHash.OfEmptyTree);
        }

        if (proof.IsEmpty)
        {
            return false;
        }

        // A proof from a size that is a power of two leaves out the old root, which is then the first hash (RFC 9162, step 2).
        var first = BitOperations.IsPow2(oldSize) ? oldRoot : proof[0];
        var (fn, sn) = (oldSize - 1, newSize - 1);
        for (; (fn & 1) == 1; fn >>= 1)
        {
            sn >>= 1;
        }

        var (old, @new) = (first, first);
        foreach (var p in BitOperations.IsPow2(oldSize) ? proof : proof.RemoveAt(0))
        {
            if (sn == 0)
            {
                return false;
            }

            if ((fn & 1) == 1 || fn == sn)
            {
                old = MerkleHash.OfNode(p, old);
                @new = MerkleHash.OfNode(p, @new);
                while ((fn & 1) == 0 && fn != 0)
                {
                    (fn, sn) = (fn >> 1, sn >> 1);
                }
            }
            else
            {
                @new = MerkleHash.OfNode(@new, p);
            }

            (fn, sn) = (fn >> 1, sn >> 1);
        }

        return sn == 0 && old == oldRoot && @new == newRoot;
    }

    private static long Split(long count) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(count - 1)));

    private static MerkleHash Subtree(IMerkleNodes tree, long start, long end)
    {
        var count = end - start;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.TrailingZeroCount(count);
            return tree.Node(level, start >> level);
        }

        var middle = start + Split(count);
        return MerkleHash.OfNode(Subtree(tree, start, middle), Subtree(tree, middle, end));
    }

    private static void AddPath(IMerkleNodes tree, long index, long start, long end, ImmutableArray<MerkleHash>.Builder proof)
    {
        if (end - start == 1)
        {
            return;
        }

        var middle = start + Split(end - start);
        var left = index < middle;
        AddPath(tree, index, left ? start : middle, left ? middle : end, proof);
        proof.Add(left ? Subtree(tree, middle, end) : Subtree(tree, start, middle));
    }

    private static void AddSubproof(
        IMerkleNodes tree, long oldSize, long start, long end, bool whole, ImmutableArray<MerkleHash>.Builder proof)
    {
        if (oldSize == end)
        {
            if (!whole)
            {
                proof.Add(Subtree(tree, start, end));
            }

            return;
        }

        var middle = start + Split(end - start);
        var left = oldSize <= middle;
        AddSubproof(tree, oldSize, left ? start : middle, left ? middle : end, whole && left, proof);
        proof.Add(left ? Subtree(tree, middle, end) : Subtree(tree, start, middle));
    }
}
