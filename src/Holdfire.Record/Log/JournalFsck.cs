using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Checks what a writer keeps beside a published record: its journal, and how far it has signed. A reader's copy has neither.</summary>
/// <remarks>It changes nothing and needs no lock: a writer may be at work.</remarks>
public static class JournalFsck
{
    private const int Tries = 3;

    /// <summary>Checks a record's journal; no finding where there is none, or where the record is not in a folder.</summary>
    /// <param name="reader">The record.</param>
    /// <param name="log">The operator's key.</param>
    /// <exception cref="RecordException">A file could not be read for another reason than its content.</exception>
    public static ImmutableArray<FsckFinding> Check(LogReader reader, NoteVerifier log)
    {
        var journal = Folder(reader);
        if (journal is null)
        {
            return [];
        }

        try
        {
            for (var i = 1; ; i++)
            {
                var found = CheckOnce(reader, log, journal);

                // What a writer publishes meanwhile it lets go of in the journal.
                if (i == Tries || found.IsEmpty || !LogReader.Open(reader.Folder, reader.Files).Is(out var now, out _) || now.Checkpoint == reader.Checkpoint)
                {
                    return found;
                }

                reader = now;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(RecordError.OfFile(journal, e), e);
        }
    }

    // Records of earlier versions have it in the published folder until they are written to. Without the private folder this is a reader's
    // copy: a journal in it is whatever somebody put there, and is not read.
    private static string? Folder(LogReader reader) => reader.Local is null || !reader.Files.FolderExists(LogFolder.PrivateOf(reader.Folder))
        ? null
        : new[] { LogFolder.JournalOf(reader.Folder), Path.Combine(reader.Folder, LogFolder.Journal) }.FirstOrDefault(reader.Files.FolderExists);

    private static ImmutableArray<FsckFinding> CheckOnce(LogReader reader, NoteVerifier log, string journal)
    {
        var findings = ImmutableArray.CreateBuilder<FsckFinding>();
        void Report(string path, Error error) =>
            findings.Add(new FsckFinding(FsckProblem.Damaged, error.At(Path.GetRelativePath(reader.Folder, path).Replace('\\', '/')) with { Code = RecordErrorCodes.Touched }));

        // What was signed and the mark first: they are never ahead of the journal.
        var signed = CheckSigned(reader, Report);
        var mark = JournalMark.Read(reader.Files, journal);
        if (mark.IsDamaged)
        {
            Report(Path.Combine(journal, LogFolder.Acknowledged), RecordError.Of("the size that was acknowledged last", "other bytes"));
        }

        var replay = JournalReplay.Read(reader.Files, journal, log);
        foreach (var damage in replay.Damage)
        {
            Report(Path.Combine(journal, damage.File), RecordError.Of("", FormattableString.Invariant($"byte {damage.At}: {damage.What}")));
        }

        if (Frontier(reader) is { } frontier)
        {
            var plan = JournalPlan.Of(replay, reader.Checkpoint, frontier, mark, wasClosed: false);
            if (signed?.Signing.Size > plan.Size && signed.Published.Size <= reader.Size)
            {
                Report(journal, RecordError.Of(FormattableString.Invariant($"what leads to {signed.Signing.Size} entries, for which the key has signed a checkpoint that others may hold"), FormattableString.Invariant($"the first {plan.Size} alone; bring back the newer folder or its journal")));
            }
            else if (plan.Acknowledged > plan.Size)
            {
                Report(journal, RecordError.Of(FormattableString.Invariant($"the {plan.Acknowledged} entries that were acknowledged"), FormattableString.Invariant($"the first {plan.Size} alone; see holdfire record recover")));
            }
            else if (plan.MayMissMore && replay.Damage.IsEmpty)
            {
                Report(journal, RecordError.Of(FormattableString.Invariant($"a journal that goes on from the published checkpoint of {reader.Size} entries"), "none; see holdfire record recover"));
            }
        }

        return findings.ToImmutable();
    }

    // Null where there is none, or where it cannot be read.
    private static SignedState? CheckSigned(LogReader reader, Action<string, Error> report)
    {
        var path = Path.Combine(LogFolder.PrivateOf(reader.Folder), LogFolder.Signed);
        if (!reader.Files.FileExists(path))
        {
            return null;
        }

        if (!SignedState.Parse(reader.Files.Read(path)).Is(out var state, out var error))
        {
            report(path, error);
        }
        else if (state.Published.Size > reader.Size)
        {
            report(path, RecordError.Of(FormattableString.Invariant($"a record of at least {state.Published.Size} entries, which its key has signed"), FormattableString.Invariant($"{reader.Size}: this is an old copy")));
        }

        return state;
    }

    // Null where tiles are damaged, which the check of the tiles names.
    private static MerkleFrontier? Frontier(LogReader reader)
    {
        try
        {
            return new MerkleFrontier(new TileFolder(reader.Files, reader.Folder).Nodes(reader.Size), reader.Size) is var frontier
                && frontier.Root == reader.Checkpoint.Root ? frontier : null;
        }
        catch (RecordException)
        {
            return null;
        }
    }
}
