using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Begins a log, or takes up one after a stop of any kind.</summary>
internal static class LogOpening
{
    /// <summary>Begins a log in a folder that has none.</summary>
    public static LogCore Create(string folder, NoteSigner signer, RecordLogOptions options)
    {
        var files = options.Files;
        Demand(signer);
        RecordLinks.Refuse(files, folder);
        var journal = Path.Combine(folder, LogFolder.Journal);
        var writes = new DurableWrites(files, folder, journal);
        writes.CreateFolder(folder);
        writes.CreateFolder(journal);
        var held = HoldWriter(files, folder);
        try
        {
            // The checkpoint is written last: without one there is no log yet, and a creation that a crash cut short is begun anew.
            if (files.FileExists(Path.Combine(folder, LogFolder.Checkpoint)) || files.FolderExists(Path.Combine(folder, LogFolder.Tiles)))
            {
                throw new RecordException(new Fault(
                    folder, "expected a folder without a log, found one; a second beginning would be a fork"));
            }

            writes.DiscardRemains();
            var checkpoint = new Checkpoint(signer.Verifier.Name, 0, MerkleHash.OfEmptyTree);
            var note = LogCore.Signed(checkpoint, signer);
            var tiles = new TileWriter(files, folder, writes, 0);
            var state = new LogState(
                checkpoint, note, new Journal(files, journal, options.JournalBytes, 1, note, 0), writes, tiles, new MerkleFrontier());
            writes.Add(Path.Combine(folder, LogFolder.OperatorKey), Encoding.UTF8.GetBytes(signer.Verifier.ToVkey() + "\n"));
            writes.Add(Path.Combine(folder, LogFolder.Witnesses), []);
            writes.Commit();
            writes.Put(Path.Combine(folder, LogFolder.Checkpoint), note.ToBytes());
            return new LogCore(folder, signer, files, held, state);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Takes up a log: replays the journal, publishes what it holds, and begins a new one.</summary>
    public static LogCore Open(string folder, NoteSigner signer, RecordLogOptions options)
    {
        var files = options.Files;
        Demand(signer);
        RecordLinks.Refuse(files, folder);
        if (!files.FolderExists(Path.Combine(folder, LogFolder.Journal)))
        {
            throw new RecordException(files.FileExists(Path.Combine(folder, LogFolder.Checkpoint))
                ? new Fault(
                    folder,
                    $"expected the folder '{LogFolder.Journal}' beside the checkpoint, found none: "
                    + "this is a copy for readers, and writing to it could fork the log")
                : new Fault(folder, "expected the folder of a log, found none"));
        }

        var held = HoldWriter(files, folder);
        try
        {
            return new LogCore(folder, signer, files, held, Recover(files, folder, signer, options.JournalBytes));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static LogState Recover(IFileLayer files, string folder, NoteSigner signer, int journalBytes)
    {
        var note = CheckpointFile.Read(files, folder).OrThrow();
        var published = Checkpoint.Open(note, signer.Verifier).Is(out var read, out var fault)
            ? read : throw new RecordException(fault.Within(Path.Combine(folder, LogFolder.Checkpoint)));
        var journal = Path.Combine(folder, LogFolder.Journal);
        var (records, nextFile) = JournalReplay.Read(files, journal, signer.Verifier).Is(out var replayed, out fault)
            ? replayed : throw new RecordException(fault.Within(folder));

        // The journal tells how far the log went. A published checkpoint that it does not know was put there by someone else.
        if (records.FindIndex(r => r.Checkpoint == published) is var known && known < 0)
        {
            throw new RecordException(new Fault(
                folder,
                $"the published checkpoint of size {published.Size} is not one that the journal continues from; going on could fork the log"));
        }

        var writes = new DurableWrites(files, folder, journal);
        writes.DiscardRemains();
        var frontier = new MerkleFrontier(new TileFolder(files, folder).Nodes(published.Size), published.Size);
        if (frontier.Root != published.Root)
        {
            throw new RecordException(new Fault(
                folder, $"the tiles do not lead to the root of the published checkpoint of size {published.Size}"));
        }

        var groups = records.Skip(known + 1).Where(r => !r.Entries.IsEmpty).Select(r => GroupOf(r, frontier, folder)).ToList();
        var tiles = new TileWriter(files, folder, writes, published.Size);
        var (checkpoint, last) = groups.Count > 0 ? (groups[^1].Checkpoint, groups[^1].Note) : (published, note);
        if (groups.Count > 0)
        {
            LogCore.Publish(files, folder, writes, tiles, groups, last);
        }

        // Only now may the journal forget: everything in it is published, by writes and syncs of this process's own.
        var begun = new Journal(files, journal, journalBytes, nextFile, records[^1].Note, checkpoint.Size);
        Journal.DiscardBefore(files, journal, nextFile);
        return new LogState(checkpoint, records[^1].Note, begun, writes, tiles, frontier);
    }

    private static Group GroupOf(JournalRecord record, MerkleFrontier frontier, string folder)
    {
        var leaves = record.Entries.Select(e => MerkleHash.OfLeaf(e.Span)).ToArray();
        foreach (var leaf in leaves)
        {
            frontier.Add(leaf);
        }

        return frontier.Size == record.Checkpoint.Size && frontier.Root == record.Checkpoint.Root
            ? new Group(record.Start, record.Entries, leaves, record.Checkpoint, record.Note)
            : throw new RecordException(new Fault(
                folder, $"the journal's entries do not lead to its checkpoint of size {record.Checkpoint.Size}"));
    }

    private static void Demand(NoteSigner signer)
    {
        if (signer.Verifier.Kind != SignatureKind.Ed25519)
        {
            throw new RecordException(new Fault(
                "signing key", $"expected an Ed25519 key of a log, found one of kind {signer.Verifier.Kind}"));
        }
    }

    private static IDisposable HoldWriter(IFileLayer files, string folder) =>
        files.TryLock(Path.Combine(folder, LogFolder.Journal, LogFolder.WriterLock))
        ?? throw new RecordException(new Fault(folder, "another process is writing this log; a log has one writer at a time"));
}
