using Holdfire.Record.Log;

namespace Holdfire.Record.Tiles;

/// <summary>Keeps the tiles and entry bundles that it has read, up to so many bytes; what is beyond them is read again each time.</summary>
/// <remarks>
/// A tile of a given width never changes. Nothing is let go again: a record is gone through from its beginning each time, and what was
/// let go would be what is asked for next. Not safe to call from several threads at a time.
/// </remarks>
/// <param name="inner">Where files are read from.</param>
/// <param name="mostKept">The most bytes that are kept.</param>
public sealed class CachedTiles(ITileSource inner, long mostKept = CachedTiles.UsualBytes) : ITileSource
{
    /// <summary>How many bytes are kept unless another number is given: 64 MiB.</summary>
    public const long UsualBytes = 64 << 20;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> kept = new(StringComparer.Ordinal);
    private long bytes;

    /// <inheritdoc/>
    public string Name => inner.Name;

    internal ITileSource Inner => inner;

    /// <inheritdoc/>
    public Parsed<ReadOnlyMemory<byte>>? Read(string path, long most)
    {
        if (kept.TryGetValue(path, out var before) && before.Length <= most)
        {
            return before;
        }

        var read = inner.Read(path, most);
        if (read is { } file && file.Is(out var found, out _) && path.StartsWith(LogFolder.Tiles + "/", StringComparison.Ordinal) && bytes + found.Length <= mostKept)
        {
            kept[path] = found;
            bytes += found.Length;
        }

        return read;
    }
}
