using System.Runtime.InteropServices;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The hash tiles of a record, checked from the root of the checkpoint down, so that each damaged one is named.</summary>
/// <remarks>
/// A tile is good if its root is the one that a good tile above it holds; the tiles at the right edge are good if together they give the
/// root of the checkpoint. In place of a bad tile its hashes are worked out from the tiles or the bundle below it, which proves that
/// these are good, so one bad file never hides another.
/// </remarks>
internal sealed class FsckTiles
{
    private readonly TileFolder folder;
    private readonly Checkpoint checkpoint;
    private readonly Action<FsckFinding> report;
    private readonly long size;

    // How the hashes of a tile can be had without its file, the quicker way first.
    private readonly Func<TileCoordinate, MerkleHash[]?>[] ways;

    public FsckTiles(TileFolder folder, Checkpoint checkpoint, Action<FsckFinding> report)
    {
        (this.folder, this.checkpoint, this.report, size) = (folder, checkpoint, report, checkpoint.Size);
        ways = [Derived, FromEntries];
    }

    /// <summary>The right-edge tile of a level; null where the level has none.</summary>
    public TileCoordinate? EdgeTile(int level) =>
        (size >> (8 * level) & 255) is var width and > 0 ? new TileCoordinate(level, size >> (8 * level) >> 8, (int)width) : null;

    /// <summary>The hashes of the right-edge tiles by level, as good as can be told; null where there are none.</summary>
    public MerkleHash[]?[] Edge()
    {
        var levels = Enumerable.Range(0, TileCoordinate.HighestOf(size) + 1).Select(EdgeTile).ToArray();
        var stored = Of(levels, Stored);
        var good = RootOf(stored) == checkpoint.Root ? stored : null;
        MerkleHash[]?[] derived = stored;
        for (var i = 0; good is null && i < ways.Length; i++)
        {
            derived = Of(levels, ways[i]);
            good = RootOf(derived) == checkpoint.Root ? derived : null;
        }

        // Where an edge tile can be had neither from its file nor from those below, that is named, and the root cannot be told.
        if (good is null && !levels.Where((tile, level) => tile is not null && derived[level] is null).Any())
        {
            report(new FsckFinding(FsckProblem.Damaged, RecordError.Touched(LogFolder.Checkpoint,
                "", "the entries do not lead to its root hash: it is another log's, or entries were changed together with their tiles")));
        }

        good ??= derived;
        for (var level = 0; level < levels.Length; level++)
        {
            if (levels[level] is { } tile)
            {
                NameIfDifferent(tile, stored[level], good[level]);
                good[level] ??= stored[level];
            }
        }

        return good;
    }

    /// <summary>The hashes of a full tile that must have this root; null where they cannot be told.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="root">Its root; null where it is not known, since the tile above cannot be told.</param>
    public MerkleHash[]? Full(TileCoordinate tile, MerkleHash? root)
    {
        var stored = Stored(tile);
        if (stored is not null && TileNodes.RootOf(stored) == root)
        {
            return stored;
        }

        foreach (var way in ways)
        {
            if (way(tile) is { } derived
                && (root is { } known ? TileNodes.RootOf(derived) == known : stored.AsSpan().SequenceEqual(derived)))
            {
                NameIfDifferent(tile, stored, derived);
                return derived;
            }
        }

        NameIfDifferent(tile, stored, null);
        return root is null ? stored : null;
    }

    private static MerkleHash[]?[] Of(TileCoordinate?[] levels, Func<TileCoordinate, MerkleHash[]?> way) =>
        [.. levels.Select(tile => tile is { } there ? way(there) : null)];

    private void NameIfDifferent(TileCoordinate tile, MerkleHash[]? stored, MerkleHash[]? good)
    {
        if (stored is null)
        {
            report(folder.Has(tile)
                ? new FsckFinding(FsckProblem.Damaged, (folder.Hashes(tile).Error ?? RecordError.Of("", "its hashes are not those of the log")).At(tile.Path) with { Code = RecordErrorCodes.Touched })
                : new FsckFinding(FsckProblem.Missing, RecordError.Touched(tile.Path, "this tile", "none")));
        }
        else if (good is null || !stored.AsSpan().SequenceEqual(good))
        {
            report(new FsckFinding(FsckProblem.Damaged, RecordError.Touched(tile.Path, "", "its hashes are not those under the root of the checkpoint")));
        }
    }

    private MerkleHash[]? Stored(TileCoordinate tile) =>
        folder.Hashes(tile) is { Ok: true, Value: var bytes } ? MemoryMarshal.Cast<byte, MerkleHash>(bytes.Span).ToArray() : null;

    // From the file below each place, or from what is below that where it cannot be read. Null where a bundle cannot be read.
    private MerkleHash[]? Derived(TileCoordinate tile) => Below(tile, below => Stored(below) ?? Derived(below));

    // From the entries alone.
    private MerkleHash[]? FromEntries(TileCoordinate tile) => Below(tile, FromEntries);

    private MerkleHash[]? Below(TileCoordinate tile, Func<TileCoordinate, MerkleHash[]?> way)
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
            if (way(new TileCoordinate(tile.Level - 1, (tile.Index << 8) + i, TileCoordinate.FullWidth)) is not { } below)
            {
                return null;
            }

            hashes[i] = TileNodes.RootOf(below);
        }

        return hashes;
    }

    // The root of complete subtrees side by side, largest first (RFC 6962, section 2.1).
    private static MerkleHash? RootOf(MerkleHash[]?[] edge)
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
