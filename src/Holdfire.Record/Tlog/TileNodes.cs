using System.Runtime.InteropServices;

namespace Holdfire.Record.Tlog;

/// <summary>The nodes of a tree of a given size, out of its tiles.</summary>
/// <remarks>
/// C2SP tlog-tiles: a tile holds every eighth level, the levels between are computed here. Keeps the tiles last read, so that
/// a run of proofs over one tree reads each tile about once. Not safe for concurrent use.
/// </remarks>
/// <param name="size">The number of leaves of the tree.</param>
/// <param name="read">Reads the hashes of a tile, 32 bytes each, as many as its width.</param>
public sealed class TileNodes(long size, Func<TileCoordinate, ReadOnlyMemory<byte>> read) : IMerkleNodes
{
    private const int MostKept = 256;
    private readonly Dictionary<(int Level, long Index), ReadOnlyMemory<byte>> kept = [];

    /// <inheritdoc/>
    public MerkleHash Node(int level, long index)
    {
        // A node at the top of a full tile is also a place of the tile above; either gives the same hash.
        var (tileLevel, height) = (level / 8, level % 8);
        var first = index << height;
        var hashes = Tile(tileLevel, first >> 8).Span.Slice((int)(first & 255) * MerkleHash.Length, MerkleHash.Length << height);
        return RootOf(MemoryMarshal.Cast<byte, MerkleHash>(hashes));
    }

    /// <summary>The root of a run of hashes whose number is a power of two.</summary>
    internal static MerkleHash RootOf(ReadOnlySpan<MerkleHash> hashes) =>
        hashes.Length == 1
            ? hashes[0]
            : MerkleHash.OfNode(RootOf(hashes[..(hashes.Length / 2)]), RootOf(hashes[(hashes.Length / 2)..]));

    private ReadOnlyMemory<byte> Tile(int level, long index)
    {
        if (kept.TryGetValue((level, index), out var tile))
        {
            return tile;
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        return kept[(level, index)] = read(TileCoordinate.At(level, index, size));
    }
}
