using Holdfire.Record.Files;
using Holdfire.Record.Tiles;

namespace Holdfire.Record.Mirrors;

/// <summary>Reads a record from elsewhere and keeps what is read in a folder beside its copy, until it is known to be sound.</summary>
/// <remarks>What never changes and is in the copy already is read from there.</remarks>
/// <param name="from">Where the record is.</param>
/// <param name="copy">The folder of the copy.</param>
/// <param name="staged">The folder beside it.</param>
internal sealed class StagedTiles(ITileSource from, string copy, string staged) : ITileSource
{
    private readonly FolderTiles here = new(copy);
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => from.Name;

    /// <summary>The files that were kept, by their paths in the record.</summary>
    public IReadOnlyCollection<string> Paths => paths;

    /// <inheritdoc/>
    public Parsed<ReadOnlyMemory<byte>>? Read(string path, long most)
    {
        if (IsFullTile(path) && here.Read(path, most) is { } known)
        {
            return known;
        }

        var read = from.Read(path, most);
        if (read is { } found && found.Is(out var bytes, out _))
        {
            var file = Path.Combine(staged, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, bytes);
            lock (paths)
            {
                paths.Add(path);
            }
        }

        return read;
    }

    /// <summary>Whether a file is a tile or entry bundle that is full, and so never changes.</summary>
    public static bool IsFullTile(string path) => path.StartsWith(Log.LogFolder.Tiles + "/", StringComparison.Ordinal) && !path.Contains(".p/", StringComparison.Ordinal);
}
