using System.Collections.Immutable;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The log without its threads: commits groups and publishes them. Each step's place in the order is the safety argument.</summary>
/// <remarks>
/// Commit: 1 the leaves are added and the checkpoint is signed in memory; 2 both go to the journal in one record; 3 the journal is
/// synced; 4 this is still the one writer; 5 the caller is told. A crash before the end of 3 may lose the group, which nobody was told
/// of, together with the checkpoint, which nobody has seen.
/// Publish: 1 tiles and bundles are put in place, durably; they hold only what the journal holds durably; 2 how far was signed is kept in
/// the private folder, durably; 3 the old checkpoint is kept, if witnesses cosigned it, and the one over the new tiles is put in place, durably; 4 journal files that hold nothing newer are let
/// go. A crash before the end of 3 leaves the old checkpoint and tiles beside it that it does not cover; replaying the journal writes the
/// same bytes again.
/// Commits are made one at a time, and so are publications; the two may run side by side.
/// After any exception the core is dead: what is on disk is then known only to a new one, which reads it anew and writes it anew,
/// since after a failed sync the system may show bytes that the disk does not have.
/// </remarks>
internal sealed class LogCore : IDisposable
{
    private readonly NoteSigner signer;
    private readonly LogState state;
    private readonly Lock gate = new();
    private readonly List<CommitBatch> unpublished = [];

    public LogCore(NoteSigner signer, LogState state)
    {
        (this.signer, this.state) = (signer, state);
        (Checkpoint, Note) = (state.Checkpoint, state.Note);
    }

    /// <summary>The newest durable checkpoint.</summary>
    public Checkpoint Checkpoint { get; private set; }

    /// <summary>The same, signed.</summary>
    public SignedNote Note { get; private set; }

    /// <summary>What opening mended or left out, and what publishing could not put in place, one line each for a person.</summary>
    public ImmutableArray<string> Notices => state.Publisher.Notice is { } notice ? state.Notices.Add(notice) : state.Notices;

    /// <summary>Makes entries, at least one, durable under a signed checkpoint.</summary>
    public CommitBatch Commit(IReadOnlyList<ReadOnlyMemory<byte>> entries, IReadOnlyList<MerkleHash> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        state.Hold.Demand();
        foreach (var leaf in leaves)
        {
            state.Frontier.Add(leaf);
        }

        var checkpoint = new Checkpoint(Checkpoint.Origin, state.Frontier.Size, state.Frontier.Root);
        var note = Signed(checkpoint, signer);
        state.Journal.Append(Note, note, entries);

        // Another writer that began after the sync has read the group; one that began before it makes this fail.
        state.Hold.Demand();
        state.Journal.Acknowledge(checkpoint.Size);
        var group = new CommitBatch(Checkpoint.Size, entries, leaves, checkpoint, note);
        (Checkpoint, Note) = (checkpoint, note);
        lock (gate)
        {
            unpublished.Add(group);
        }

        return group;
    }

    /// <summary>Publishes all groups that were committed so far; gives them.</summary>
    public IReadOnlyList<CommitBatch> Publish()
    {
        List<CommitBatch> groups;
        lock (gate)
        {
            groups = [.. unpublished];
            unpublished.Clear();
        }

        if (groups.Count > 0)
        {
            state.Publisher.Publish(groups);
            state.Journal.Trim(groups[^1].End);
        }

        return groups;
    }

    /// <summary>Notes that the writer ends in order. Only for after everything is published.</summary>
    public void Close()
    {
        state.Hold.Demand();
        state.Memory.Close(Checkpoint);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        state.Journal.Dispose();
        state.Hold.Dispose();
    }

    /// <summary>Signs a checkpoint.</summary>
    internal static SignedNote Signed(Checkpoint checkpoint, NoteSigner signer)
    {
        var text = checkpoint.ToText();
        return new SignedNote(text, [signer.Sign(text)]);
    }
}
