using System.Collections.Immutable;
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
        var journal = LogFolder.JournalOf(folder);
        var writes = new DurableWrites(files, folder, journal);
        writes.CreateFolder(folder);
        CreatePrivate(files, folder);
        var hold = WriterHold.Take(files, journal, writes);
        try
        {
            // The checkpoint is written last: without one there is no log yet, and a creation that a crash cut short is begun anew.
            if (files.FileExists(Path.Combine(folder, LogFolder.Checkpoint)) || files.FolderExists(Path.Combine(folder, LogFolder.Tiles)))
            {
                throw new RecordException(RecordError.Invalid(
                    folder, "a folder without a log", "one; a second beginning would be a fork"));
            }

            var memory = new SignedMemory(files, SignedFiles(folder, options));
            if (memory.Read().FirstOrDefault(m => m.State.Signing.Size > 0) is { State: { } signed, Path: var path })
            {
                throw new RecordException(RecordError.Invalid(folder, "a key that has signed no record yet", FormattableString.Invariant($"in {path} that it has signed {signed.Signing.Size} entries; a second beginning would be a fork. Bring the record back, or begin another one with new keys")));
            }

            writes.DiscardRemains();
            var checkpoint = new Checkpoint(signer.Verifier.Name, 0, MerkleHash.OfEmptyTree);
            var note = LogCore.Signed(checkpoint, signer);
            var tiles = new TileWriter(files, folder, writes, 0);
            memory.Begin(checkpoint);
            var state = new LogState(
                checkpoint, note, new Journal(files, journal, options.JournalBytes, hold.FirstFile, note, 0),
                new Publisher(files, folder, writes, tiles, hold, memory), new MerkleFrontier(), hold, memory, []);
            writes.Add(Path.Combine(folder, LogFolder.OperatorKey), Encoding.UTF8.GetBytes(signer.Verifier.ToVkey() + "\n"));
            writes.Add(Path.Combine(folder, LogFolder.Witnesses), []);
            OneFileSystem.Demand(folder, writes.Commit);
            writes.Put(Path.Combine(folder, LogFolder.Checkpoint), note.ToBytes());
            Journal.DiscardBefore(files, journal, hold.FirstFile);
            return new LogCore(signer, state);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Takes up a log: replays the journal, publishes what it holds, and begins a new one.</summary>
    public static LogCore Open(string folder, NoteSigner signer, RecordLogOptions options)
    {
        var files = options.Files;
        Demand(signer);
        RecordLinks.Refuse(files, folder);
        if (!files.FileExists(Path.Combine(folder, LogFolder.Checkpoint)))
        {
            throw new RecordException(RecordError.Invalid(folder, "the folder of a log", "none"));
        }

        var journal = LogFolder.JournalOf(folder);
        OldJournal.TakeOver(files, folder);
        if (!files.FolderExists(journal))
        {
            if (!options.AcceptLoss)
            {
                throw new RecordException(RecordError.Invalid(
                    folder,
                    $"the journal in {journal}", $"none: this is a copy for readers, and writing to it could fork the log. Bring the private folder back; where it is lost and this is the record itself: holdfire record recover {folder} --yes"));
            }

            CreatePrivate(files, folder);
        }

        var writes = new DurableWrites(files, folder, journal);
        var hold = WriterHold.Take(files, journal, writes);
        try
        {
            var memory = new SignedMemory(files, SignedFiles(folder, options));
            return new LogCore(signer, new LogRecovery(folder, signer, options, writes, hold, memory).Run());
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Makes the private folder and the journal's folder in it, durably.</summary>
    internal static void CreatePrivate(IFileLayer files, string folder)
    {
        var hidden = LogFolder.PrivateOf(folder);
        if (!files.FolderExists(hidden))
        {
            files.CreatePrivateFolder(hidden);
        }

        var journal = LogFolder.JournalOf(folder);
        new DurableWrites(files, hidden, journal).CreateFolder(journal);
    }

    private static ImmutableArray<string> SignedFiles(string folder, RecordLogOptions options)
    {
        var own = Path.Combine(LogFolder.PrivateOf(folder), LogFolder.Signed);
        return options.SignedFile is { } other && Path.GetFullPath(other) != own ? [own, Path.GetFullPath(other)] : [own];
    }

    private static void Demand(NoteSigner signer)
    {
        if (signer.Verifier.Kind != SignatureKind.Ed25519)
        {
            throw new RecordException(RecordError.Invalid(
                "signing key", "an Ed25519 key of a log", $"one of kind {signer.Verifier.Kind}"));
        }
    }
}
