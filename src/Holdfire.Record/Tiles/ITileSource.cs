namespace Holdfire.Record.Tiles;

/// <summary>Where the files of a published record are read from: a folder, a web server, a cache over either.</summary>
/// <remarks>Nothing that it gives is vouched for: who reads holds it against the root of a signed checkpoint.</remarks>
public interface ITileSource
{
    /// <summary>The folder's path or the address, for messages.</summary>
    string Name { get; }

    /// <summary>Reads a file: the checkpoint, a tile, an entry bundle, or one of the few others that docs/record-log.md names.</summary>
    /// <param name="path">Its path in the record, with slashes.</param>
    /// <param name="most">The most bytes that it may have; more are not read.</param>
    /// <returns>The bytes; an error where there are more; null where there is no such file.</returns>
    /// <exception cref="IOException">The source cannot be reached or read: nothing is known of the file.</exception>
    /// <exception cref="UnauthorizedAccessException">The source may not be read.</exception>
    Parsed<ReadOnlyMemory<byte>>? Read(string path, long most);
}
