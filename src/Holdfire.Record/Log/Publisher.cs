using Holdfire.Record.Files;

namespace Holdfire.Record.Log;

/// <summary>Puts what is durable in the journal into the published folder: tiles first, then the checkpoint over them.</summary>
internal sealed class Publisher(IFileLayer files, string folder, DurableWrites writes, TileWriter tiles, WriterHold hold, SignedMemory memory)
{
    /// <summary>What could not be put in place and does not hold up publication, in one line for a person; null as a rule.</summary>
    public string? Notice { get; private set; }

    /// <summary>Publishes groups, at least one, in their order.</summary>
    /// <exception cref="RecordException">This is no longer the one writer; or a tile is there with other bytes.</exception>
    public void Publish(IReadOnlyList<CommitBatch> groups)
    {
        hold.Demand();
        foreach (var group in groups)
        {
            for (var i = 0; i < group.Entries.Count; i++)
            {
                tiles.Add(group.Entries[i], group.Leaves[i]);
            }
        }

        tiles.Commit();
        var last = groups[^1];
        memory.Signing(last.Checkpoint);
        using (CheckpointFile.Hold(files, folder))
        {
            hold.Demand();

            KeepCosigned();
            writes.Put(Path.Combine(folder, LogFolder.Checkpoint), last.Note.ToBytes());
        }

        // A writer that has begun meanwhile has its own to note.
        hold.Demand();
        memory.Published(last.Checkpoint);
        tiles.DiscardOutgrown();
    }

    // What witnesses put under the old checkpoint stays to be seen. Whoever takes the right to write there stops no publication by it.
    private void KeepCosigned()
    {
        try
        {
            CosignedCheckpoints.KeepPublished(files, writes, folder);
            Notice = null;
        }
        catch (Exception e) when (DiskFiles.IsNotAllowed(e))
        {
            writes.Abandon();
            Notice = $"{Path.Combine(folder, LogFolder.Cosigned)}: {e.Message}; cosignatures of earlier checkpoints are not kept there until it can be written";
        }
    }
}
