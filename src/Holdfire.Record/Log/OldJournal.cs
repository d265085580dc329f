using Holdfire.Record.Files;

namespace Holdfire.Record.Log;

/// <summary>The journal of a record of an earlier version, which lies in the published folder.</summary>
internal static class OldJournal
{
    /// <summary>Moves it to the private folder, once; after that a folder of its name in the published one is let be.</summary>
    /// <exception cref="RecordException">A writer of an earlier version is at work.</exception>
    public static void TakeOver(IFileLayer files, string folder)
    {
        var (old, now) = (Path.Combine(folder, LogFolder.Journal), LogFolder.JournalOf(folder));
        if (!files.FolderExists(old) || files.FileExists(Path.Combine(now, LogFolder.Epoch)))
        {
            return;
        }

        LogOpening.CreatePrivate(files, folder);
        using (files.TryLock(Path.Combine(old, LogFolder.WriterLock)) ?? throw new RecordException(RecordError.Invalid(
            folder, "", "another process is writing this log; a log has one writer at a time")))
        {
            // The old files go only once the new ones are durable; where this is cut short it is done again.
            var writes = new DurableWrites(files, LogFolder.PrivateOf(folder), now, "moved-");
            OneFileSystem.Demand(folder, () => writes.Put(Path.Combine(old, Journal.Spare), []));
            foreach (var name in files.List(old).Where(n => Journal.NumberOf(n) is not null))
            {
                writes.Put(Path.Combine(now, name), files.Read(Path.Combine(old, name)));
            }

            files.DeleteFolder(old);
            files.SyncFolder(folder);
        }
    }
}
