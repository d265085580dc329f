using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>That entries are in the log: durable, at fixed places, under a signed checkpoint that is durable too.</summary>
/// <param name="Index">The index of the entry, or of the first one; the others follow it.</param>
/// <param name="Count">How many entries.</param>
/// <param name="Checkpoint">A checkpoint that covers them.</param>
/// <param name="Note">The same, signed by the operator. It is not the published one, but every later one is consistent with it.</param>
public sealed record LogReceipt(long Index, int Count, Checkpoint Checkpoint, SignedNote Note)
{
    /// <summary>The size of the tree that the checkpoint is of.</summary>
    public long TreeSize => Checkpoint.Size;
}
