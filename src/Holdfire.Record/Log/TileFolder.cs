using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Reads the tiles and entry bundles of a published record.</summary>
internal sealed class TileFolder(ITileSource source)
{
    public TileFolder(IFileLayer files, string folder)
        : this(new FolderTiles(files, folder))
    {
    }

    /// <summary>The hashes of a tile, 32 bytes each. What they say is not checked here.</summary>
    public Parsed<ReadOnlyMemory<byte>> Hashes(TileCoordinate tile)
    {
        if (!Find(tile).Is(out var found, out var error))
        {
            return error;
        }

        var (stored, bytes) = found;
        return bytes.Length == stored.Width * MerkleHash.Length
            ? bytes[..(tile.Width * MerkleHash.Length)]
            : RecordError.Invalid(stored.Path, $"{stored.Width * MerkleHash.Length} bytes", $"{bytes.Length}");
    }

    /// <summary>The entries of a bundle.</summary>
    public Parsed<ImmutableArray<ReadOnlyMemory<byte>>> Entries(TileCoordinate tile)
    {
        if (!Find(tile).Is(out var found, out var error))
        {
            return error;
        }

        var (stored, bytes) = found;
        return EntryBundle.Read(bytes, stored.Width).Is(out var entries, out error)
            ? entries[..tile.Width]
            : error.Within(stored.Path);
    }

    /// <summary>Whether the file of the tile is there, or that of the full tile at its place.</summary>
    public bool Has(TileCoordinate tile) => Stored(tile) is not null;

    /// <summary>The nodes of the tree of a size.</summary>
    /// <exception cref="RecordException">Thrown by the nodes where a tile is missing or malformed.</exception>
    public TileNodes Nodes(long size) => new(size, tile => Hashes(tile).OrThrow());

    private Parsed<(TileCoordinate Stored, ReadOnlyMemory<byte> Bytes)> Find(TileCoordinate tile)
    {
        if (Stored(tile) is not { } stored)
        {
            return RecordError.Invalid(tile.Path, "this file", "none");
        }

        return stored.File.Is(out var bytes, out var error) ? (stored.Tile, bytes) : error;
    }

    // A partial tile may be gone once the full one is there (C2SP tlog-tiles, "Partial Tiles"), which begins with it.
    private (TileCoordinate Tile, Parsed<ReadOnlyMemory<byte>> File)? Stored(TileCoordinate tile) =>
        Read(tile) is { } file ? (tile, file)
        : !tile.IsFull && Read(tile.Full) is { } full ? (tile.Full, full)
        : null;

    // Whoever put the file there must not decide how much memory it takes.
    private Parsed<ReadOnlyMemory<byte>>? Read(TileCoordinate tile) => source.Read(
        tile.Path, (long)tile.Width * (tile.Level == TileCoordinate.Entries ? EntryBundle.LongestEntry + 2 : MerkleHash.Length));
}
