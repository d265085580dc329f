using System.Diagnostics;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The two threads of a log: one commits what waits, one publishes what is committed.</summary>
/// <remarks>The order of their steps is argued in <see cref="LogCore"/>. Safe for concurrent use.</remarks>
internal sealed class LogThreads : IAsyncDisposable
{
    private const int EnoughGathered = 128;
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(3);

    private readonly string folder;
    private readonly LogCore core;
    private readonly RecordLogOptions options;
    private readonly object gate = new();

    // Only the committing thread waits at the gate. The publishing thread is woken for what concerns it, not at each append.
    private readonly AutoResetEvent publication = new(false);
    private readonly Queue<AppendRequest> queue = [];
    private readonly List<TaskCompletionSource> publicationWaiters = [];
    private readonly Thread committer;
    private readonly Thread publisher;
    private RecordException? failure;
    private bool closing;
    private bool committed;
    private bool disposed;
    private long unpublishedEntries;
    private long unpublishedBytes;
    private long oldestUnpublished;

    public LogThreads(string folder, LogCore core, RecordLogOptions options)
    {
        (this.folder, this.core, this.options) = (folder, core, options);
        Current = core.Checkpoint;
        committer = new Thread(Commit) { IsBackground = true, Name = "log commits" };
        publisher = new Thread(Publish) { IsBackground = true, Name = "log publications" };
        committer.Start();
        publisher.Start();
    }

    /// <summary>The newest checkpoint that was acknowledged.</summary>
    public Checkpoint Current { get => Volatile.Read(ref field); private set => Volatile.Write(ref field, value); }

    /// <summary>Lets entries be committed; the task ends when they are.</summary>
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
    public Task PublishAsync()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, typeof(RecordLog));
            if (failure is not null)
            {
                return Task.FromException(failure);
            }

            if (unpublishedEntries == 0)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            publicationWaiters.Add(waiter);
            publication.Set();
            return waiter.Task;
        }
    }

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
        }).ConfigureAwait(false);
        publication.Dispose();
        core.Dispose();
        if (failure is not null)
        {
            throw failure;
        }
    }

    private void Commit()
    {
        while (TakeGroup() is { } requests)
        {
            // All that waited were cancelled. A record of the journal without entries would be the beginning of a file.
            if (requests.Count == 0)
            {
                continue;
            }

            try
            {
                var entries = requests is [var one] ? one.Entries : requests.SelectMany(r => r.Entries).ToArray();
                var leaves = requests is [var single] ? single.Leaves : requests.SelectMany(r => r.Leaves).ToArray();
                var group = core.Commit(entries, leaves);
                Acknowledge(group, requests);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or RecordException)
            {
                Fail(e, requests);
            }
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

    private void Acknowledge(Group group, List<AppendRequest> requests)
    {
        Current = group.Checkpoint;
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
            request.Done.TrySetResult(new LogReceipt(index, request.Entries.Length, group.Checkpoint, group.Note));
            index += request.Entries.Length;
        }
    }

    private void Publish()
    {
        while (AwaitPublication() is { } waiters)
        {
            try
            {
                var groups = core.Publish();
                lock (gate)
                {
                    unpublishedEntries -= groups.Sum(g => g.Entries.Count);
                    unpublishedBytes -= groups.Sum(g => g.Bytes);
                    oldestUnpublished = Environment.TickCount64;
                    Monitor.Pulse(gate);
                }

                waiters.ForEach(w => w.TrySetResult());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or RecordException)
            {
                Fail(e, []);
                waiters.ForEach(w => w.TrySetException(failure!));
            }
        }
    }

    // Asked while the gate is held.
    private bool IsPublicationDue() =>
        failure is not null || committed || publicationWaiters.Count > 0
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

    private List<TaskCompletionSource>? AwaitPublication()
    {
        while (UntilPublication() is var wait && wait != TimeSpan.Zero)
        {
            publication.WaitOne(wait);
        }

        lock (gate)
        {
            if (failure is not null || (committed && unpublishedEntries == 0))
            {
                return null;
            }

            List<TaskCompletionSource> waiters = [.. publicationWaiters];
            publicationWaiters.Clear();
            return waiters;
        }
    }

    private void Fail(Exception cause, List<AppendRequest> requests)
    {
        List<TaskCompletionSource> waiters;
        lock (gate)
        {
            failure ??= cause as RecordException ?? new RecordException(
                new Fault(
                    folder,
                    $"the log has stopped ({cause.Message}); everything acknowledged is safe, and opening it anew goes on from there"),
                cause);
            requests = [.. requests, .. queue];
            queue.Clear();
            waiters = [.. publicationWaiters];
            publicationWaiters.Clear();
            Monitor.Pulse(gate);
            publication.Set();
        }

        requests.ForEach(r => r.Done.TrySetException(failure));
        waiters.ForEach(w => w.TrySetException(failure));
    }
}
