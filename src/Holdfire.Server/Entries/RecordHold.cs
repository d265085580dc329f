using Holdfire.Record;

namespace Holdfire.Server.Entries;

/// <summary>The server as writer of its record: it takes it up for an entry that comes, and lets go of it when none has come for a while.</summary>
/// <remarks>A record has one writer at a time. Between entries other programs can write, such as <c>holdfire record append</c>.</remarks>
/// <param name="open">Takes the record up.</param>
/// <param name="patience">How long it is held after the last entry.</param>
internal sealed class RecordHold(Func<Task<RecordWriter>> open, TimeSpan patience) : IAsyncDisposable
{
    // How many times as long as its patience the record is held, whoever keeps asking.
    private const int Longest = 3;

    // How long other programs have it to themselves after that: they look for it every few hundredths of a second.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    // Who uses the writer is counted under the gate; taking it up and letting it go happen alone.
    private readonly SemaphoreSlim gate = new(1);
    private RecordWriter? writer;
    private int users;
    private long uses;
    private long since;
    private long restsUntil;
    private bool isOver;

    /// <summary>Does something with the writer.</summary>
    /// <exception cref="RecordException">The record cannot be taken up, or the work was refused.</exception>
    /// <exception cref="OperationCanceledException">It was given up while waiting, or the server stops.</exception>
    public async Task<T> With<T>(Func<RecordWriter, Task<T>> work, CancellationToken stop)
    {
        var held = await TakeUp(stop).ConfigureAwait(false);
        try
        {
            return await work(held).ConfigureAwait(false);
        }
        finally
        {
            await LetGo().ConfigureAwait(false);
        }
    }

    /// <summary>Lets go of the record, once what has begun is durable.</summary>
    public async ValueTask DisposeAsync()
    {
        while (true)
        {
            await gate.WaitAsync().ConfigureAwait(false);
            try
            {
                isOver = true;
                if (users == 0)
                {
                    await Close().ConfigureAwait(false);
                    return;
                }
            }
            finally
            {
                gate.Release();
            }

            await Task.Delay(20).ConfigureAwait(false);
        }
    }

    private async Task<RecordWriter> TakeUp(CancellationToken stop)
    {
        while (true)
        {
            if (await TryTakeUp(stop).ConfigureAwait(false) is { } taken)
            {
                return taken;
            }

            await Task.Delay(20, stop).ConfigureAwait(false);
        }
    }

    // Null while nobody new is let in: those at work end first, and other programs have their turn.
    private async Task<RecordWriter?> TryTakeUp(CancellationToken stop)
    {
        await gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (isOver)
            {
                throw new OperationCanceledException("the server stops");
            }

            if (writer is null ? Environment.TickCount64 < restsUntil : IsHeldTooLong)
            {
                return null;
            }

            if (writer is { IsHealthy: false } && users == 0)
            {
                await Close().ConfigureAwait(false);
            }

            if (writer is null)
            {
                writer = await open().ConfigureAwait(false);
                since = Environment.TickCount64;
            }

            users++;
            uses++;
            return writer;
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsHeldTooLong => Environment.TickCount64 - since > Longest * patience.TotalMilliseconds;

    private async Task LetGo()
    {
        long last;
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            users--;
            last = uses;

            // Whoever keeps asking, and however many do, keeps no other program from writing.
            if (users == 0 && IsHeldTooLong)
            {
                await Close().ConfigureAwait(false);
                restsUntil = Environment.TickCount64 + (long)Rest.TotalMilliseconds;
            }
        }
        finally
        {
            gate.Release();
        }

        _ = CloseLater(last);
    }

    private async Task CloseLater(long last)
    {
        await Task.Delay(patience).ConfigureAwait(false);
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            if (users == 0 && uses == last)
            {
                await Close().ConfigureAwait(false);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task Close()
    {
        if (writer is { } held)
        {
            writer = null;
            await held.DisposeAsync().ConfigureAwait(false);
        }
    }
}
