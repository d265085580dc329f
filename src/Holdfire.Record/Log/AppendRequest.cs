using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Entries that wait to be committed together, and whoever waits for them.</summary>
internal sealed class AppendRequest(ReadOnlyMemory<byte>[] entries, MerkleHash[] leaves, CancellationToken cancellation)
{
    public ReadOnlyMemory<byte>[] Entries { get; } = entries;

    public MerkleHash[] Leaves { get; } = leaves;

    public CancellationToken Cancellation { get; } = cancellation;

    // Whoever continues must not do so on the thread that commits.
    public TaskCompletionSource<LogReceipt> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
