using System.Diagnostics;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The two threads of a log: one commits what waits, one publishes what is committed.</summary>
/// <remarks>The order of their steps is argued in <see cref="LogCore"/>. Safe for concurrent use.</remarks>
internal sealed class LogThreads : IAsyncDisposable
{
    private const int EnoughGathered = 128;
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(3);

    // What an entry costs in memory besides its bytes.
    private const int CostOfAnEntry = 256;

    private readonly string folder;
    private readonly LogCore core;
    private readonly RecordLogOptions options;
    private readonly object gate = new();
    private readonly Backlog backlog;

    // Only the committing thread waits at the gate. The publishing thread is woken for what concerns it, not at each append.
    private readonly AutoResetEvent publication = new(false);
    private readonly Queue<AppendRequest> queue = [];
    private readonly List<(long Size, TaskCompletionSource Done)> waiters = [];
    private readonly Thread committer;
    private readonly Thread publisher;
    private RecordException? failure;
    private bool closing;
    private bool committed;
    private bool disposed;
    private bool publicationAsked;
    private long published;
    private long unpublishedEntries;
    private long unpublishedBytes;
    private long oldestUnpublished;

    public LogThreads(string folder, LogCore core, RecordLogOptions options)
    {
        (this.folder, this.core, this.options) = (folder, core, options);
        backlog = new Backlog(options.QueuedBytes);
        Newest = new Signed(core.Checkpoint, core.Note);
        published = core.Checkpoint.Size;
        committer = new Thread(Commit) { IsBackground = true, Name = "log commits" };
        publisher = new Thread(Publish) { IsBackground = true, Name = "log publications" };
        committer.Start();
        publisher.Start();
    }

    /// <summary>A checkpoint and its note.</summary>
    public sealed record Signed(Checkpoint Checkpoint, SignedNote Note);

    /// <summary>The newest checkpoint that was acknowledged.</summary>
    public Signed Newest { get => Volatile.Read(ref field); private set => Volatile.Write(ref field, value); }

    /// <summary>Why the log has stopped; null while it has not.</summary>
    public RecordException? Failure
    {
        get
        {
            lock (gate)
            {
                return failure;
            }
        }
    }

    /// <summary>Waits until there is room for a request. Whoever got it must append the request, or <see cref="Withdraw"/> it.</summary>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task AdmitAsync(AppendRequest request, CancellationToken cancellation) => backlog.EnterAsync(CostOf(request), cancellation);

    /// <summary>Gives back the room of a request that is not appended after all.</summary>
    public void Withdraw(AppendRequest request) => backlog.Leave(CostOf(request));

    /// <summary>Lets the entries of a request that was admitted be committed; the task ends when they are.</summary>
    /// <exception cref="RecordException">The log has stopped. Nothing was taken.</exception>
    public Task<LogReceipt> Append(AppendRequest request)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, typeof(RecordLog));
            if (failure is not null)
            {
                throw failure;
            }

            queue.Enqueue(request);
            Monitor.Pulse(gate);
        }

        return request.Done.Task;
    }

    /// <summary>Publishes what was acknowledged so far; the task ends when it is.</summary>
    public Task PublishAsync() => Published(Newest.Checkpoint.Size, asked: true);

    /// <summary>Waits until the published checkpoint is of this size at least, whenever that comes about.</summary>
    public Task PublishedAsync(long size) => Published(size, asked: false);

    /// <summary>Commits what is queued, publishes everything, and lets the folder go.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            (disposed, closing) = (true, true);
            Monitor.Pulse(gate);
        }

        await Task.Run(() =>
        {
            committer.Join();
            publisher.Join();
            Close();
        }).ConfigureAwait(false);
        publication.Dispose();
        core.Dispose();
        if (failure is not null)
        {
            throw failure;
        }
    }

    private static long CostOf(AppendRequest request) => request.Bytes + ((long)request.Entries.Length * CostOfAnEntry);

    private void Close()
    {
        try
        {
            if (failure is null)
            {
                core.Close();
            }
        }
        catch (Exception e)
        {
            Fail(e, []);
        }

        // Who waits for a size that will not come.
        List<TaskCompletionSource> left;
        lock (gate)
        {
            left = [.. waiters.Select(w => w.Done)];
            waiters.Clear();
        }

        left.ForEach(w => w.TrySetException(new ObjectDisposedException(nameof(RecordLog))));
        backlog.Fail(new ObjectDisposedException(nameof(RecordLog)));
    }

    private Task Published(long size, bool asked)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, typeof(RecordLog));
            if (failure is not null)
            {
                return Task.FromException(failure);
            }

            if (published >= size)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((size, waiter));
            publicationAsked |= asked;
            if (asked)
            {
                publication.Set();
            }

            return waiter.Task;
        }
    }

    // Whatever goes wrong, the log stops and says so to whoever waits: an exception that left this thread would end the process.
    private void Commit()
    {
        List<AppendRequest> requests = [];
        try
        {
            while (TakeGroup() is { } taken)
            {
                requests = taken;

                // All that waited may have been cancelled. A record of the journal without entries would be the beginning of a file.
                if (requests.Count > 0)
                {
                    var entries = requests is [var one] ? one.Entries : requests.SelectMany(r => r.Entries).ToArray();
                    var leaves = requests is [var single] ? single.Leaves : requests.SelectMany(r => r.Leaves).ToArray();
                    Acknowledge(core.Commit(entries, leaves), requests);
                }
            }
        }
        catch (Exception e)
        {
            Fail(e, requests);
        }

        lock (gate)
        {
            committed = true;
            publication.Set();
        }
    }

    // What waits, up to the size of a group; null when the log ends.
    private List<AppendRequest>? TakeGroup()
    {
        lock (gate)
        {
            while (failure is null && (queue.Count == 0 ? !closing : unpublishedBytes > options.UnpublishedBytes))
            {
                Monitor.Wait(gate);
            }
        }

        Gather();
        lock (gate)
        {
            var requests = new List<AppendRequest>();
            var count = 0;
            while (failure is null && queue.TryPeek(out var next) && (count == 0 || count + next.Entries.Length <= options.GroupEntries))
            {
                queue.Dequeue();
                if (next.Cancellation.IsCancellationRequested)
                {
                    Withdraw(next);
                    next.Done.TrySetCanceled(next.Cancellation);
                    continue;
                }

                requests.Add(next);
                count += next.Entries.Length;
            }

            return requests.Count > 0 ? requests : failure is null && !(closing && queue.Count == 0) ? [] : null;
        }
    }

    // Lends its processor to callers that are about to append, as long as each turn brings one more: fewer signatures and syncs for
    // the same entries. It never sleeps: where no caller wants the processor, the turn is over at once, and so is this.
    private void Gather()
    {
        var started = Stopwatch.GetTimestamp();
        int before, now = 0;
        do
        {
            Thread.Yield();
            before = now;
            lock (gate)
            {
                now = queue.Count;
            }
        }
        while (now > before && now < EnoughGathered && Stopwatch.GetElapsedTime(started) < LongestGathering);
    }

    private void Acknowledge(CommitBatch group, List<AppendRequest> requests)
    {
        Newest = new Signed(group.Checkpoint, group.Note);
        lock (gate)
        {
            var first = unpublishedEntries == 0;
            if (first)
            {
                oldestUnpublished = Environment.TickCount64;
            }

            unpublishedEntries += group.Entries.Count;
            unpublishedBytes += group.Bytes;
            if (first || IsPublicationDue())
            {
                publication.Set();
            }
        }

        var index = group.Start;
        foreach (var request in requests)
        {
            Withdraw(request);
            request.Done.TrySetResult(new LogReceipt(index, request.Entries.Length, group.Checkpoint, group.Note));
            index += request.Entries.Length;
        }
    }

    private void Publish()
    {
        try
        {
            while (AwaitPublication())
            {
                var groups = core.Publish();
                List<TaskCompletionSource> done;
                lock (gate)
                {
                    published = groups is [.., var last] ? last.End : published;
                    unpublishedEntries -= groups.Sum(g => g.Entries.Count);
                    unpublishedBytes -= groups.Sum(g => g.Bytes);
                    oldestUnpublished = Environment.TickCount64;
                    done = [.. waiters.Where(w => w.Size <= published).Select(w => w.Done)];
                    waiters.RemoveAll(w => w.Size <= published);
                    Monitor.Pulse(gate);
                }

                done.ForEach(w => w.TrySetResult());
            }
        }
        catch (Exception e)
        {
            Fail(e, []);
        }
    }

    // Asked while the gate is held.
    private bool IsPublicationDue() =>
        failure is not null || committed || publicationAsked
        || unpublishedEntries >= options.PublishEntries || unpublishedBytes > options.UnpublishedBytes;

    private TimeSpan UntilPublication()
    {
        lock (gate)
        {
            return IsPublicationDue() ? TimeSpan.Zero
                : unpublishedEntries == 0 ? Timeout.InfiniteTimeSpan
                : TimeSpan.FromMilliseconds(
                    Math.Max(0, oldestUnpublished + options.PublishInterval.TotalMilliseconds - Environment.TickCount64));
        }
    }

    // Until a publication is due; false where the log ends.
    private bool AwaitPublication()
    {
        while (UntilPublication() is var wait && wait != TimeSpan.Zero)
        {
            publication.WaitOne(wait);
        }

        lock (gate)
        {
            publicationAsked = false;
            return failure is null && !(committed && unpublishedEntries == 0);
        }
    }

    private void Fail(Exception cause, List<AppendRequest> requests)
    {
        List<TaskCompletionSource> refused;
        lock (gate)
        {
            failure ??= cause as RecordException ?? new RecordException(
                RecordError.Invalid(
                    folder,
                    "", $"the log has stopped ({cause.Message}); everything acknowledged is safe, and opening it anew goes on from there"),
                cause);
            requests = [.. requests, .. queue];
            queue.Clear();
            refused = [.. waiters.Select(w => w.Done)];
            waiters.Clear();
            Monitor.Pulse(gate);
            publication.Set();
        }

        backlog.Fail(failure);
        requests.ForEach(r => r.Done.TrySetException(failure));
        refused.ForEach(w => w.TrySetException(failure));
    }
}
