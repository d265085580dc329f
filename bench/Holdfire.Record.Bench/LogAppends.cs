using Holdfire.Record.Log;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Bench;

/// <summary>Holdfire's log, with its defaults.</summary>
internal sealed class LogAppends(RecordLog log) : IAppender
{
    private long groups;
    private long lastSize;

    public string Name => "Holdfire";

    public long Groups => Volatile.Read(ref groups);

    public static LogAppends Create(string folder, NoteSigner key) => new(RecordLog.Create(folder, key));

    public async Task AppendAsync(ReadOnlyMemory<byte> entry)
    {
        var receipt = await log.AppendAsync(entry).ConfigureAwait(false);

        // Every group has a checkpoint of its own.
        if (Interlocked.Exchange(ref lastSize, receipt.TreeSize) != receipt.TreeSize)
        {
            Interlocked.Increment(ref groups);
        }
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();
}
