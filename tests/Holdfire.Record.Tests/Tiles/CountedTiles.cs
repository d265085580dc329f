using Holdfire.Record.Tiles;

namespace Holdfire.Record.Tests.Tiles;

/// <summary>Counts how often each file of a folder is read.</summary>
internal sealed class CountedTiles(string folder) : ITileSource
{
    private readonly FolderTiles inner = new(folder);

    public Dictionary<string, int> Reads { get; } = [];

    /// <summary>The entry bundles that were read, with how often.</summary>
    public IReadOnlyDictionary<string, int> Bundles => Reads.Where(r => r.Key.StartsWith("tile/entries/", StringComparison.Ordinal)).ToDictionary();

    public string Name => inner.Name;

    public Parsed<ReadOnlyMemory<byte>>? Read(string path, long most)
    {
        var read = inner.Read(path, most);
        if (read is not null)
        {
            Reads[path] = Reads.GetValueOrDefault(path) + 1;
        }

        return read;
    }
}
