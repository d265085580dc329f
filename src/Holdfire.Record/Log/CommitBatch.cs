using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Entries that became durable together, with the checkpoint that was signed over them.</summary>
internal sealed record CommitBatch(
    long Start, IReadOnlyList<ReadOnlyMemory<byte>> Entries, IReadOnlyList<MerkleHash> Leaves, Checkpoint Checkpoint, SignedNote Note)
{
    public long End => Start + Entries.Count;

    public long Bytes { get; } = Entries.Sum(e => (long)e.Length);
}
