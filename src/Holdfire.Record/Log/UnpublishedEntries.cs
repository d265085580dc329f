using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>What a writer has in hand that a record's checkpoint does not cover yet: entries in the journal, or published since it was read.</summary>
/// <remarks>It must be looked for after the files that it explains: what a writer lets go of in the journal it has published.</remarks>
/// <param name="Covered">How many entries the record has with them; that of the checkpoint where there are none.</param>
/// <param name="IsWriting">Whether a writer is at work: it may keep a content before the entry that names it.</param>
internal sealed record UnpublishedEntries(long Covered, bool IsWriting)
{
    /// <summary>Looks at a record's lock, its journal and its checkpoint, in this order. Nothing is changed; a copy without a private folder has neither.</summary>
    /// <param name="reader">The record as it was checked.</param>
    /// <param name="log">The operator's key: what it has not signed explains nothing.</param>
    /// <exception cref="IOException">A file could not be read.</exception>
    public static UnpublishedEntries Of(LogReader reader, NoteVerifier log)
    {
        var journal = LogFolder.JournalOf(reader.Folder);
        var isWriting = IsHeld(Path.Combine(journal, LogFolder.WriterLock));
        var waiting = reader.Files.FolderExists(journal) ? Waiting(reader, journal, log) : 0;
        var now = LogReader.Open(reader.Folder, reader.Files).Is(out var later, out _) && later.Verify(log).Ok ? later.Size : 0;
        return new UnpublishedEntries(Math.Max(reader.Size, Math.Max(waiting, now)), isWriting);
    }

    /// <summary>Whether a file under the tile folder is one of a tree with these entries.</summary>
    public bool Explains(string path) =>
        TileCoordinate.Parse(path).Is(out var tile, out _) && tile.Width <= (Covered >> tile.Shift) - (tile.Index << 8);

    private static long Waiting(LogReader reader, string journal, NoteVerifier log)
    {
        try
        {
            return JournalReplay.Read(reader.Files, journal, log).Records.Where(r => !r.Entries.IsEmpty)
                .Select(r => r.Checkpoint.Size).DefaultIfEmpty(0).Max();
        }
        catch (FileNotFoundException)
        {
            // A writer has published it in this moment; the checkpoint, which is read next, says so.
            return 0;
        }
    }

    // A shared lock, for a moment: two who look do not disturb each other.
    private static bool IsHeld(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
