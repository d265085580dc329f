using System.Collections.Immutable;
using System.Text;
using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Takes up what a writer left, whatever stopped it: nothing that was acknowledged is lost unnoticed, and nothing signed twice.</summary>
internal sealed class LogRecovery(
    string folder, NoteSigner signer, RecordLogOptions options, DurableWrites writes, WriterHold hold, SignedMemory memory)
{
    private const string Damaged = "damaged-";
    private readonly IFileLayer files = options.Files;
    private readonly string journal = LogFolder.JournalOf(folder);
    private readonly ImmutableArray<string>.Builder notices = ImmutableArray.CreateBuilder<string>();

    /// <summary>Replays the journal, publishes what it holds, and begins a new one.</summary>
    /// <exception cref="RecordException">
    /// The folder is an old copy or was altered, or entries that were acknowledged are lost and the options do not accept that.
    /// </exception>
    public LogState Run()
    {
        var (note, published) = ReadPublished();
        writes.DiscardRemains();
        var tree = new TileFolder(files, folder).Nodes(published.Size);
        var frontier = new MerkleFrontier(tree, published.Size);
        if (frontier.Root != published.Root)
        {
            throw new RecordException(RecordError.Touched(
                folder, "", $"the tiles do not lead to the root of the published checkpoint of size {published.Size}"));
        }

        var remembered = memory.Read();
        new SignedCheck(folder, published, tree).Demand(remembered, options.Witnesses, signer.Verifier);
        var replay = JournalReplay.Read(files, journal, signer.Verifier);
        var wasClosed = !remembered.IsEmpty && remembered.All(r => r.State.IsClosed && r.State.Published == published);
        var plan = JournalPlan.Of(replay, published, frontier, JournalMark.Read(files, journal), wasClosed);
        foreach (var (path, state) in remembered)
        {
            plan.DemandReaches(state.Signing, folder, path);
        }

        Judge(replay, plan);
        DemandOneFileSystem();
        return Begin(note, published, frontier, plan, replay);
    }

    private (SignedNote Note, Checkpoint Published) ReadPublished()
    {
        if (!CheckpointFile.Read(files, folder).Is(out var note, out var unread))
        {
            throw new RecordException(unread with { Code = RecordErrorCodes.Touched });
        }

        return Checkpoint.Open(note, signer.Verifier).Is(out var published, out var error)
            ? (note with { Signatures = [.. note.Signatures.Where(signer.Verifier.IsOf)] }, published)
            : throw new RecordException(error.Within(Path.Combine(folder, LogFolder.Checkpoint)) with { Code = IsOfAnotherKey(note) ? RecordErrorCodes.Invalid : RecordErrorCodes.Touched });
    }

    // A whole record with the key of another is wrong input.
    private bool IsOfAnotherKey(SignedNote note) => files.FileExists(Path.Combine(folder, LogFolder.OperatorKey))
        && NoteVerifier.Parse(Encoding.UTF8.GetString(files.Read(Path.Combine(folder, LogFolder.OperatorKey))).TrimEnd('\n')).Is(out var own, out _)
        && own.ToVkey() != signer.Verifier.ToVkey() && Checkpoint.Open(note, own).Ok;

    // Asked before anything is acknowledged that could not be published then. The key's file stays as it is.
    private void DemandOneFileSystem()
    {
        var path = Path.Combine(folder, LogFolder.OperatorKey);
        var bytes = files.FileExists(path) ? files.Read(path) : Encoding.UTF8.GetBytes(signer.Verifier.ToVkey() + "\n");
        OneFileSystem.Demand(folder, () => writes.Put(path, bytes));
    }

    private void Judge(JournalReplay replay, JournalPlan plan)
    {
        var what = replay.Damage is [var first, ..] ? $"the journal is damaged ({first})"
            : replay.Tails is [var tail, ..] ? $"the journal is damaged or was cut short ({tail.File}, byte {tail.At})"
            : "the journal does not hold what it should";
        var lost = plan.Acknowledged > plan.Size
            ? $"{Entries(plan.Size, plan.Acknowledged)} acknowledged and cannot be read"
            : plan.MayMissMore ? FormattableString.Invariant($"entries after the first {plan.Size} may have been acknowledged and cannot be read") : null;
        if (lost is not null && !options.AcceptLoss)
        {
            throw new RecordException(RecordError.Invalid(
                folder,
                "", $"{what}: {lost}. Bring back {journal} from where it is whole; where it is not, give them up with: holdfire record recover {folder} --yes"));
        }

        if (lost is not null)
        {
            notices.Add($"{what}: {lost}. They are given up: receipts for them do not hold any more");
        }
        else if (!replay.Damage.IsEmpty)
        {
            notices.Add($"{what}. All that it held is published, and a new journal was begun");
        }
        else if (replay.Tails.Any(t => t.Size is null || t.Size > plan.Size))
        {
            notices.Add(FormattableString.Invariant(
                $"a write after the first {plan.Size} entries was cut short and is left out; nobody was told that it was in the record"));
        }
    }

    private LogState Begin(SignedNote note, Checkpoint published, MerkleFrontier frontier, JournalPlan plan, JournalReplay replay)
    {
        var tiles = new TileWriter(files, folder, writes, published.Size);
        memory.GoOnFrom(published);
        var publisher = new Publisher(files, folder, writes, tiles, hold, memory);
        var (checkpoint, last) = plan.Groups is [.., var newest] ? (newest.Checkpoint, newest.Note) : (published, note);
        if (!plan.Groups.IsEmpty)
        {
            publisher.Publish(plan.Groups);
        }

        // Only now may the journal forget: everything in it is published, by writes and syncs of this process's own.
        memory.Begin(checkpoint);
        var begun = new Journal(files, journal, options.JournalBytes, hold.FirstFile, last, checkpoint.Size);
        foreach (var file in replay.Damage.Select(d => d.File).Distinct())
        {
            files.Rename(Path.Combine(journal, file), Path.Combine(journal, Damaged + file));
        }

        Journal.DiscardBefore(files, journal, hold.FirstFile);
        return new LogState(checkpoint, last, begun, publisher, frontier, hold, memory, notices.ToImmutable());
    }

    private static string Entries(long from, long to) => to - from == 1
        ? FormattableString.Invariant($"entry {from} was")
        : FormattableString.Invariant($"entries {from} to {to - 1} were");
}
