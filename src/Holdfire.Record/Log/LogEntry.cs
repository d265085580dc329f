using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>An entry of a log, as its bundle holds it. Whether its hash is under the checkpoint is not said.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Bytes">Its bytes.</param>
public readonly record struct LogEntry(long Index, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The leaf hash over the bytes.</summary>
    public MerkleHash Leaf => MerkleHash.OfLeaf(Bytes.Span);
}
