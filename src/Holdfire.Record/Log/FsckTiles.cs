using System.Runtime.InteropServices;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The hash tiles of a record, checked from the root of the checkpoint down, so that each damaged file is known by name.</summary>
/// <remarks>
/// A tile is good if its root is the one that a good tile above it holds; the tiles at the right edge are good if together they give the
/// root of the checkpoint. In place of a bad tile its hashes are worked out from the tiles or the bundle below it, which proves that
/// these are good, so one bad file never hides another.
/// </remarks>
internal sealed class FsckTiles(TileFolder folder, Checkpoint checkpoint, Action<FsckFinding> report)
{
    private readonly long size = checkpoint.Size;

    /// <summary>The hashes of the right-edge tiles by level, as good as can be told; empty where a level has none.</summary>
    public MerkleHash[][] Edge()
    {
        var levels = TileCoordinate.HighestOf(size) + 1;
        var stored = new MerkleHash[levels][];
        var derived = new MerkleHash[levels][];
        for (var level = 0; level < levels; level++)
        {
            stored[level] = EdgeTile(level) is { } tile ? Stored(tile) ?? [] : [];
            derived[level] = EdgeTile(level) is { } same ? Derived(same) ?? stored[level] : [];
        }

        var good = RootOf(stored) == checkpoint.Root ? stored : RootOf(derived) == checkpoint.Root ? derived : null;
        if (good is null)
        {
            report(new FsckFinding(FsckProblem.Damaged, LogFolder.Checkpoint,
                "the entries do not lead to its root hash: it is another log's, or entries were changed together with their tiles"));
        }

        good ??= derived;
        for (var level = 0; level < levels; level++)
        {
            if (EdgeTile(level) is { } tile)
            {
                NameIfDifferent(tile, stored[level], good[level]);
            }
        }

        return good;
    }

    /// <summary>The hashes of a full tile that must have this root; null where they cannot be told.</summary>
    public MerkleHash[]? Full(TileCoordinate tile, MerkleHash root)
    {
        var stored = Stored(tile);
        if (stored is not null && TileNodes.RootOf(stored) == root)
        {
            return stored;
        }

        var derived = Derived(tile);
        var good = derived is not null && TileNodes.RootOf(derived) == root ? derived : null;
        NameIfDifferent(tile, stored, good);
        return good;
    }

    private void NameIfDifferent(TileCoordinate tile, MerkleHash[]? stored, MerkleHash[]? good)
    {
        if (stored is null || stored.Length == 0)
        {
            report(folder.Has(tile)
                ? new FsckFinding(FsckProblem.Damaged, tile.Path, folder.Hashes(tile).Fault?.What ?? "its hashes are not those of the log")
                : new FsckFinding(FsckProblem.Missing, tile.Path, "expected this tile, found none"));
        }
        else if (good is null || !stored.AsSpan().SequenceEqual(good))
        {
            report(new FsckFinding(FsckProblem.Damaged, tile.Path, "its hashes are not those under the root of the checkpoint"));
        }
    }

    private TileCoordinate? EdgeTile(int level) =>
        (size >> (8 * level) & 255) is var width and > 0 ? new TileCoordinate(level, size >> (8 * level) >> 8, (int)width) : null;

    private MerkleHash[]? Stored(TileCoordinate tile) =>
        folder.Hashes(tile) is { Ok: true, Value: var bytes } ? MemoryMarshal.Cast<byte, MerkleHash>(bytes.Span).ToArray() : null;

    // From the file one level below each place. Null where one of them cannot be read.
    private MerkleHash[]? Derived(TileCoordinate tile)
    {
        if (tile.Level == 0)
        {
            return folder.Entries(tile with { Level = TileCoordinate.Entries }) is { Ok: true, Value: var entries }
                ? [.. entries.Select(e => MerkleHash.OfLeaf(e.Span))]
                : null;
        }

        var hashes = new MerkleHash[tile.Width];
        for (var i = 0; i < hashes.Length; i++)
        {
            if (Stored(new TileCoordinate(tile.Level - 1, (tile.Index << 8) + i, TileCoordinate.FullWidth)) is not { } below)
            {
                return null;
            }

            hashes[i] = TileNodes.RootOf(below);
        }

        return hashes;
    }

    // The root of complete subtrees side by side, largest first (RFC 6962, section 2.1).
    private static MerkleHash? RootOf(MerkleHash[][] edge)
    {
        MerkleHash? root = null;
        foreach (var hashes in edge)
        {
            for (var rest = hashes.AsSpan(); rest.Length > 0;)
            {
                var run = 1 << int.TrailingZeroCount(rest.Length);
                var node = TileNodes.RootOf(rest[^run..]);
                root = root is { } right ? MerkleHash.OfNode(node, right) : node;
                rest = rest[..^run];
            }
        }

        return root ?? MerkleHash.OfEmptyTree;
    }
}
