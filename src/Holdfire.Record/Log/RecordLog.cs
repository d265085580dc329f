using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>The one writer of a log's folder.</summary>
/// <remarks>
/// Appends by many callers share commits: while one group is written and synced, the next one gathers. One thread commits and one
/// publishes; docs/record-log.md has what is promised when. Safe for concurrent use. After an error of the file system the log stops
/// for good: whatever was acknowledged is safe, and opening the log anew goes on from there.
/// </remarks>
public sealed class RecordLog : IAsyncDisposable
{
    /// <summary>The most bytes that one call of <see cref="AppendManyAsync"/> can add.</summary>
    public const long MostBytesAtOnce = 256L << 20;

    private const int ManyAtOnce = 32;
    private const int EnoughGathered = 96;
    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(2);

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
    private bool gathering;
    private int lastGroup;
    private long unpublishedEntries;
    private long unpublishedBytes;
    private long oldestUnpublished;

    private RecordLog(string folder, NoteSigner key, LogCore core, RecordLogOptions options)
    {
        (Folder, OperatorKey, this.core, this.options) = (folder, key.Verifier, core, options);
        Current = core.Checkpoint;
        committer = new Thread(Commit) { IsBackground = true, Name = "log commits" };
        publisher = new Thread(Publish) { IsBackground = true, Name = "log publications" };
        committer.Start();
        publisher.Start();
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The key that the checkpoints verify with.</summary>
    public NoteVerifier OperatorKey { get; }

    /// <summary>The newest durable checkpoint. The published one may be older by the publication interval.</summary>
    public Checkpoint Current { get => Volatile.Read(ref field); private set => Volatile.Write(ref field, value); }

    /// <summary>Begins a log in a new or empty folder. Its origin is the key's name.</summary>
    /// <param name="folder">The folder that is to be published.</param>
    /// <param name="key">The operator's Ed25519 key. It must stay undisposed until the log is disposed.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="RecordException">There is a log already, another process is at it, or the file system refuses.</exception>
    public static RecordLog Create(string folder, NoteSigner key, RecordLogOptions? options = null) =>
        Start(folder, key, options ?? new(), LogOpening.Create);

    /// <summary>Takes up a log where it was left, whatever stopped it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The operator's Ed25519 key. It must stay undisposed until the log is disposed.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="RecordException">
    /// There is no log, another process writes it, the key is another's, its files were altered, or the file system refuses.
    /// </exception>
    public static RecordLog Open(string folder, NoteSigner key, RecordLogOptions? options = null) =>
        Start(folder, key, options ?? new(), LogOpening.Open);

    /// <summary>Appends an entry; the task ends when it is durable under a signed checkpoint that is durable too.</summary>
    /// <param name="entry">At most 65,535 bytes. They are copied.</param>
    /// <param name="cancellation">Counts until the entry's commit has begun. After that the entry may be in the log.</param>
    /// <exception cref="RecordException">The entry is too long, or the log has stopped.</exception>
    public Task<LogReceipt> AppendAsync(ReadOnlyMemory<byte> entry, CancellationToken cancellation = default) =>
        AppendManyAsync([entry], cancellation);

    /// <summary>Appends entries in their order, one after the other, all in one commit or none of them.</summary>
    /// <param name="entries">At least one; each at most 65,535 bytes, all at most <see cref="MostBytesAtOnce"/>. They are copied.</param>
    /// <param name="cancellation">Counts until the commit has begun. After that the entries may be in the log.</param>
    /// <exception cref="RecordException">An entry is too long, they are too many, or the log has stopped.</exception>
    public Task<LogReceipt> AppendManyAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        long bytes = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            bytes += entries[i].Length;
            if (entries[i].Length > EntryBundle.LongestEntry)
            {
                return Task.FromException<LogReceipt>(new RecordException(new Fault(
                    $"entry {i + 1} of {entries.Count}", $"expected at most {EntryBundle.LongestEntry} bytes, found {entries[i].Length}")));
            }
        }

        if (bytes > MostBytesAtOnce)
        {
            return Task.FromException<LogReceipt>(new RecordException(new Fault(
                $"{entries.Count} entries", $"expected at most {MostBytesAtOnce} bytes at once, found {bytes}")));
        }

        // Copying and hashing is the callers' work, done beside the commit before theirs.
        var copies = new ReadOnlyMemory<byte>[entries.Count];
        var leaves = new MerkleHash[entries.Count];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = entries[i].ToArray();
            leaves[i] = MerkleHash.OfLeaf(copies[i].Span);
        }

        var request = new AppendRequest(copies, leaves, cancellation);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, this);
            if (failure is not null)
            {
                return Task.FromException<LogReceipt>(failure);
            }

            queue.Enqueue(request);
            if (!gathering || queue.Count >= EnoughGathered)
            {
                Monitor.Pulse(gate);
            }
        }

        return request.Done.Task;
    }

    /// <summary>Waits until everything acknowledged so far is published: tiles, entry bundles and a checkpoint over them.</summary>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task PublishAsync()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, this);
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
    /// <exception cref="RecordException">The log had stopped, or stopped while it was published. What was acknowledged is safe.</exception>
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

    private static RecordLog Start(
        string folder, NoteSigner key, RecordLogOptions options, Func<string, NoteSigner, RecordLogOptions, LogCore> begin)
    {
        try
        {
            var path = Path.GetFullPath(folder);
            return new RecordLog(path, key, begin(path, key, options), options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException(new Fault(folder, e.Message), e);
        }
    }

    private void Commit()
    {
        while (TakeGroup() is { } requests)
        {
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

    private List<AppendRequest>? TakeGroup()
    {
        lock (gate)
        {
            while (failure is null && (queue.Count == 0 ? !closing : unpublishedBytes > options.UnpublishedBytes))
            {
                Monitor.Wait(gate);
            }

            Gather();
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

            lastGroup = requests.Count;
            return requests.Count > 0 ? requests : failure is null && !(closing && queue.Count == 0) ? [] : null;
        }
    }

    // Where many append at once, a commit waits a moment for those that the last one has just let go on: fewer signatures and syncs,
    // and more of the processors for the callers' own work. A caller alone never waits.
    private void Gather()
    {
        if (lastGroup >= ManyAtOnce && queue.Count < EnoughGathered && !closing && failure is null)
        {
            gathering = true;
            Monitor.Wait(gate, GatherTime);
            gathering = false;
        }
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
                : TimeSpan.FromMilliseconds(Math.Max(0, oldestUnpublished + options.PublishInterval.TotalMilliseconds - Environment.TickCount64));
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
                new Fault(Folder, $"the log has stopped ({cause.Message}); everything acknowledged is safe, and opening it anew goes on from there"), cause);
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
