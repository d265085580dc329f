using System.Runtime.InteropServices;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Grows the tiles and entry bundles of a folder at their right edge.</summary>
/// <remarks>
/// Keeps the last tile of each level in memory and nothing else of the tree, so a tree of any size grows at the same cost. After
/// an exception the folder and the memory differ, and the writer must not be used.
/// </remarks>
internal sealed class TileWriter
{
    private readonly IFileLayer files;
    private readonly string folder;
    private readonly DurableWrites writes;
    private readonly List<List<MerkleHash>> edge = [];
    private readonly List<ReadOnlyMemory<byte>> bundle = [];
    private readonly List<string> outgrown = [];
    private long size;

    /// <summary>A writer that goes on from the tree of a size, whose tiles are in the folder.</summary>
    /// <exception cref="RecordException">A tile is missing or malformed.</exception>
    public TileWriter(IFileLayer files, string folder, DurableWrites writes, long size)
    {
        this.files = files;
        this.folder = folder;
        this.writes = writes;
        this.size = size;
        var tiles = new TileFolder(files, folder);
        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            edge.Add([]);
            if (Partial(level) is { } tile)
            {
                edge[level].AddRange(MemoryMarshal.Cast<byte, MerkleHash>(tiles.Hashes(tile).OrThrow().Span));
            }
        }

        if (Partial(TileCoordinate.Entries) is { } last)
        {
            bundle.AddRange(tiles.Entries(last).OrThrow());
        }
    }

    /// <summary>Adds an entry; writes the tiles that it fills.</summary>
    public void Add(ReadOnlyMemory<byte> entry, MerkleHash leaf)
    {
        bundle.Add(entry);
        size++;
        if (bundle.Count == TileCoordinate.FullWidth)
        {
            WriteFull(TileCoordinate.Entries, EntryBundle.Write(CollectionsMarshal.AsSpan(bundle)));
            bundle.Clear();
        }

        Add(0, leaf);
    }

    /// <summary>Writes the partial tiles of the tree as it is now, and puts all tiles in place, durably.</summary>
    public void Commit()
    {
        for (var level = 0; level < edge.Count; level++)
        {
            if (edge[level].Count > 0)
            {
                Write(Partial(level)!.Value, Bytes(edge[level]));
            }
        }

        if (bundle.Count > 0)
        {
            Write(Partial(TileCoordinate.Entries)!.Value, EntryBundle.Write(CollectionsMarshal.AsSpan(bundle)));
        }

        writes.Commit();
    }

    /// <summary>Deletes the partial tiles that full ones have replaced. Only for after a checkpoint over the full ones is published.</summary>
    public void DiscardOutgrown()
    {
        outgrown.ForEach(writes.DiscardFolder);
        outgrown.Clear();
    }

    private static ReadOnlySpan<byte> Bytes(List<MerkleHash> hashes) => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(hashes));

    private TileCoordinate? Partial(int level)
    {
        var places = level == TileCoordinate.Entries ? size : size >> (8 * level);
        return (places & 255) == 0 ? null : new TileCoordinate(level, places >> 8, (int)(places & 255));
    }

    private void Add(int level, MerkleHash hash)
    {
        if (level == edge.Count)
        {
            edge.Add([]);
        }

        edge[level].Add(hash);
        if (edge[level].Count == TileCoordinate.FullWidth)
        {
            WriteFull(level, Bytes(edge[level]));
            var root = TileNodes.RootOf(CollectionsMarshal.AsSpan(edge[level]));
            edge[level].Clear();
            Add(level + 1, root);
        }
    }

    private void WriteFull(int level, ReadOnlySpan<byte> bytes)
    {
        var places = level == TileCoordinate.Entries ? size : size >> (8 * level);
        var tile = new TileCoordinate(level, (places >> 8) - 1, TileCoordinate.FullWidth);
        Write(tile, bytes);
        outgrown.Add(Path.Combine(folder, tile.FullPath + ".p"));
    }

    private void Write(TileCoordinate tile, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(folder, tile.Path);

        // A tile never changes. One that is there already was put there before a crash; it is written again, since whether the
        // name had become durable is not known, but never with other bytes.
        if (files.FileExists(path) && !files.Read(path).AsSpan().SequenceEqual(bytes))
        {
            throw new RecordException(RecordError.Invalid(
                path, "", "the file holds other bytes than the log puts there; a published tile must never change"));
        }

        writes.CreateFolder(Path.GetDirectoryName(path)!);
        writes.Add(path, bytes);
    }
}
