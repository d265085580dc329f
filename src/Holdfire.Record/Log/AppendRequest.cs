using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Entries that wait to be committed together, and whoever waits for them.</summary>
internal sealed class AppendRequest
{
    private AppendRequest(ReadOnlyMemory<byte>[] entries, MerkleHash[] leaves, long bytes, CancellationToken cancellation) =>
        (Entries, Leaves, Bytes, Cancellation) = (entries, leaves, bytes, cancellation);

    public ReadOnlyMemory<byte>[] Entries { get; }

    public MerkleHash[] Leaves { get; }

    /// <summary>How many bytes the entries have together.</summary>
    public long Bytes { get; }

    /// <summary>Counts until the commit has begun.</summary>
    public CancellationToken Cancellation { get; }

    // Whoever continues must not do so on the thread that commits.
    public TaskCompletionSource<LogReceipt> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A request with copies of the entries and their leaf hashes. This is the callers' work, done beside the commit before theirs.</summary>
    /// <exception cref="RecordException">An entry is longer than a log takes, or all of them are.</exception>
    public static AppendRequest Of(IReadOnlyList<ReadOnlyMemory<byte>> entries, long mostBytes, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        long bytes = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            bytes += entries[i].Length;
            if (entries[i].Length > EntryBundle.LongestEntry)
            {
                throw new RecordException(RecordError.Invalid(
                    $"entry {i + 1} of {entries.Count}", $"at most {EntryBundle.LongestEntry} bytes", $"{entries[i].Length}"));
            }
        }

        if (bytes > mostBytes)
        {
            throw new RecordException(RecordError.Invalid($"{entries.Count} entries", $"at most {mostBytes} bytes at once", $"{bytes}; append them in parts"));
        }

        var copies = new ReadOnlyMemory<byte>[entries.Count];
        var leaves = new MerkleHash[entries.Count];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = entries[i].ToArray();
            leaves[i] = MerkleHash.OfLeaf(copies[i].Span);
        }

        return new AppendRequest(copies, leaves, bytes, cancellation);
    }
}
