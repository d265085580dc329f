using System.Collections.Immutable;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Reads tiles and entry bundles from a published folder.</summary>
internal sealed class TileFolder(IFileLayer files, string folder)
{
    /// <summary>The hashes of a tile, 32 bytes each. What they say is not checked here.</summary>
    public Parsed<ReadOnlyMemory<byte>> Hashes(TileCoordinate tile)
    {
        if (!Find(tile).Is(out var found, out var fault))
        {
            return fault;
        }

        var (stored, bytes) = found;
        return bytes.Length == stored.Width * MerkleHash.Length
            ? bytes[..(tile.Width * MerkleHash.Length)]
            : new Fault(stored.Path, $"expected {stored.Width * MerkleHash.Length} bytes, found {bytes.Length}");
    }

    /// <summary>The entries of a bundle.</summary>
    public Parsed<ImmutableArray<ReadOnlyMemory<byte>>> Entries(TileCoordinate tile)
    {
        if (!Find(tile).Is(out var found, out var fault))
        {
            return fault;
        }

        var (stored, bytes) = found;
        return EntryBundle.Read(bytes, stored.Width).Is(out var entries, out fault)
            ? entries[..tile.Width]
            : fault.Within(stored.Path);
    }

    /// <summary>Whether the file of the tile is there, or that of the full tile at its place.</summary>
    public bool Has(TileCoordinate tile) => StoredAs(tile) is not null;

    /// <summary>The nodes of the tree of a size.</summary>
    /// <exception cref="RecordException">Thrown by the nodes where a tile is missing or malformed.</exception>
    public TileNodes Nodes(long size) => new(size, tile => Hashes(tile).OrThrow());

    // A partial tile may be gone once the full one is there (C2SP tlog-tiles, "Partial Tiles"), which begins with it.
    private TileCoordinate? StoredAs(TileCoordinate tile) =>
        files.FileExists(Path.Combine(folder, tile.Path)) ? tile
        : !tile.IsFull && files.FileExists(Path.Combine(folder, tile.FullPath)) ? tile.Full
        : null;

    private Parsed<(TileCoordinate Stored, ReadOnlyMemory<byte> Bytes)> Find(TileCoordinate tile)
    {
        if (StoredAs(tile) is not { } stored)
        {
            return new Fault(tile.Path, "expected this file, found none");
        }

        // Whoever put the file there must not decide how much memory it takes.
        var path = Path.Combine(folder, stored.Path);
        var most = (long)stored.Width * (stored.Level == TileCoordinate.Entries ? EntryBundle.LongestEntry + 2 : MerkleHash.Length);
        return files.LengthOf(path) is var length && length <= most
            ? (stored, files.Read(path))
            : new Fault(stored.Path, $"expected at most {most} bytes, found {length}");
    }
}
