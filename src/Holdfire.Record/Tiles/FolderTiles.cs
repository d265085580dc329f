using Holdfire.Record.Files;

namespace Holdfire.Record.Tiles;

/// <summary>Reads a record from a folder on this machine.</summary>
public sealed class FolderTiles : ITileSource
{
    /// <summary>Reads from this folder, which need not be there yet.</summary>
    public FolderTiles(string folder)
        : this(DiskFiles.Instance, folder)
    {
    }

    internal FolderTiles(IFileLayer files, string folder) => (Files, Folder) = (files, folder);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public string Name => Folder;

    internal IFileLayer Files { get; }

    /// <summary>The folder that a source reads from; null where it reads from elsewhere.</summary>
    internal static FolderTiles? Under(ITileSource source) => (source is CachedTiles cached ? cached.Inner : source) as FolderTiles;

    /// <inheritdoc/>
    public Parsed<ReadOnlyMemory<byte>>? Read(string path, long most)
    {
        var full = Path.Combine(Folder, path);
        return !Files.FileExists(full) ? null
            : Files.LengthOf(full) is var length && length > most ? RecordError.Invalid(path, $"at most {most} bytes", $"{length}")
            : new ReadOnlyMemory<byte>(Files.Read(full));
    }
}
