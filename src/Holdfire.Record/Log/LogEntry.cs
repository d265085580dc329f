using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>An entry of a log, as its bundle holds it. Whether its hash is under the checkpoint is not said.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Leaf">The leaf hash over the bytes.</param>
public readonly record struct LogEntry(long Index, ReadOnlyMemory<byte> Bytes, MerkleHash Leaf)
{
    /// <summary>An entry whose leaf hash is worked out here.</summary>
    public LogEntry(long index, ReadOnlyMemory<byte> bytes)
        : this(index, bytes, MerkleHash.OfLeaf(bytes.Span))
    {
    }
}
