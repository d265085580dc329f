using Holdfire.Record.Files;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The log without its threads: commits groups and publishes them. Each step's place in the order is the safety argument.</summary>
/// <remarks>
/// Commit: 1 the leaves are added and the checkpoint is signed in memory; 2 both go to the journal in one record; 3 the journal is
/// synced; 4 the caller is told. A crash before the end of 3 may lose the group, which nobody was told of, together with the
/// checkpoint, which nobody has seen.
/// Publish: 1 tiles and bundles are put in place, durably; they hold only what the journal holds durably; 2 the old checkpoint is kept, if
/// witnesses cosigned it, and the checkpoint over the new tiles is put in place, durably; 3 journal files that hold nothing newer are let go. A crash before the end of 2 leaves the old checkpoint and
/// tiles beside it that it does not cover; replaying the journal writes the same bytes again.
/// Commits are made one at a time, and so are publications; the two may run side by side.
/// After any exception the core is dead: what is on disk is then known only to a new one, which reads it anew and writes it anew,
/// since after a failed sync the system may show bytes that the disk does not have.
/// </remarks>
internal sealed class LogCore : IDisposable
{
    private readonly string folder;
    private readonly NoteSigner signer;
    private readonly IFileLayer files;
    private readonly IDisposable writerLock;
    private readonly Journal journal;
    private readonly DurableWrites writes;
    private readonly TileWriter tiles;
    private readonly MerkleFrontier frontier;
    private readonly Lock gate = new();
    private readonly List<Group> unpublished = [];

    public LogCore(string folder, NoteSigner signer, IFileLayer files, IDisposable writerLock, LogState state)
    {
        this.folder = folder;
        this.signer = signer;
        this.files = files;
        this.writerLock = writerLock;
        Note = state.Note;
        Checkpoint = state.Checkpoint;
        (journal, writes, tiles, frontier) = (state.Journal, state.Writes, state.Tiles, state.Frontier);
    }

    /// <summary>The newest durable checkpoint.</summary>
    public Checkpoint Checkpoint { get; private set; }

    /// <summary>The same, signed.</summary>
    public SignedNote Note { get; private set; }

    /// <summary>Makes entries, at least one, durable under a signed checkpoint.</summary>
    public Group Commit(IReadOnlyList<ReadOnlyMemory<byte>> entries, IReadOnlyList<MerkleHash> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        foreach (var leaf in leaves)
        {
            frontier.Add(leaf);
        }

        var checkpoint = new Checkpoint(Checkpoint.Origin, frontier.Size, frontier.Root);
        var note = Signed(checkpoint, signer);
        journal.Append(Note, note, entries);
        var group = new Group(Checkpoint.Size, entries, leaves, checkpoint, note);
        (Checkpoint, Note) = (checkpoint, note);
        lock (gate)
        {
            unpublished.Add(group);
        }

        return group;
    }

    /// <summary>Publishes all groups that were committed so far; gives them.</summary>
    public IReadOnlyList<Group> Publish()
    {
        List<Group> groups;
        lock (gate)
        {
            groups = [.. unpublished];
            unpublished.Clear();
        }

        if (groups.Count > 0)
        {
            Publish(groups, groups[^1].Note);
            journal.Trim(groups[^1].End);
        }

        return groups;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        journal.Dispose();
        writerLock.Dispose();
    }

    /// <summary>Signs a checkpoint.</summary>
    internal static SignedNote Signed(Checkpoint checkpoint, NoteSigner signer)
    {
        var text = checkpoint.ToText();
        return new SignedNote(text, [signer.Sign(text)]);
    }

    private void Publish(List<Group> groups, SignedNote note) => Publish(files, folder, writes, tiles, groups, note);

    /// <summary>Puts the tiles of groups in place, then the checkpoint over them.</summary>
    internal static void Publish(
        IFileLayer files, string folder, DurableWrites writes, TileWriter tiles, IReadOnlyList<Group> groups, SignedNote note)
    {
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Entries.Count; i++)
            {
                tiles.Add(group.Entries[i], group.Leaves[i]);
            }
        }

        tiles.Commit();
        using (CheckpointFile.Hold(files, folder))
        {
            // What witnesses put under the old one since stays to be seen.
            CosignedCheckpoints.KeepPublished(files, writes, folder);
            writes.Put(Path.Combine(folder, LogFolder.Checkpoint), note.ToBytes());
        }

        tiles.DiscardOutgrown();
    }
}
