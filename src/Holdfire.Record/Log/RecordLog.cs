using System.Collections.Immutable;
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
    private readonly LogThreads threads;
    private readonly LogCore core;
    private readonly RecordLogOptions options;

    // A copy: whatever becomes of the caller's key, the log can sign until it is disposed.
    private readonly NoteSigner key;

    private RecordLog(string folder, NoteSigner key, LogCore core, RecordLogOptions options)
    {
        (Folder, this.key, this.options, this.core) = (folder, key, options, core);
        threads = new LogThreads(folder, core, options);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The key that the checkpoints verify with.</summary>
    public NoteVerifier OperatorKey => key.Verifier;

    /// <summary>What opening mended or left out, and what publishing could not put in place, one line each for a person; none as a rule.</summary>
    public ImmutableArray<string> Notices => core.Notices;

    /// <summary>Whether it takes entries. Once it does not it never does again: open the log anew.</summary>
    public bool IsHealthy => threads.Failure is null;

    /// <summary>The newest durable checkpoint. The published one may be older by the publication interval.</summary>
    public Checkpoint Current => threads.Newest.Checkpoint;

    /// <summary>Begins a log in a new or empty folder. Its origin is the key's name.</summary>
    /// <param name="folder">The folder that is to be published.</param>
    /// <param name="key">The operator's Ed25519 key. The log keeps a copy of its own.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="RecordException">There is a log already, another process is at it, or the file system refuses.</exception>
    public static RecordLog Create(string folder, NoteSigner key, RecordLogOptions? options = null) =>
        Start(folder, key, options ?? new(), LogOpening.Create);

    /// <summary>Takes up a log where it was left, whatever stopped it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The operator's Ed25519 key. The log keeps a copy of its own.</param>
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
    /// <remarks>Where more waits than <see cref="RecordLogOptions.QueuedBytes"/>, the caller waits for room first.</remarks>
    /// <param name="entries">
    /// At least one; each at most 65,535 bytes, all at most <see cref="RecordLogOptions.MostBytesAtOnce"/>. They are copied.
    /// </param>
    /// <param name="cancellation">Counts until the commit has begun. After that the entries may be in the log.</param>
    /// <exception cref="RecordException">An entry is too long, they are too many, or the log has stopped.</exception>
    public async Task<LogReceipt> AppendManyAsync(IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation = default)
    {
        var request = Prepare(entries, cancellation);
        await AdmitAsync(request, cancellation).ConfigureAwait(false);
        return await Enqueue(request).ConfigureAwait(false);
    }

    /// <summary>Makes entries ready to be appended: everything that needs no order among callers.</summary>
    /// <exception cref="RecordException">An entry is too long, or they are too many.</exception>
    internal AppendRequest Prepare(IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellation) =>
        AppendRequest.Of(entries, options.MostBytesAtOnce, cancellation);

    /// <summary>Waits until there is room for a request, which must then be enqueued or withdrawn.</summary>
    /// <exception cref="RecordException">The log has stopped.</exception>
    internal Task AdmitAsync(AppendRequest request, CancellationToken cancellation) => threads.AdmitAsync(request, cancellation);

    /// <summary>
    /// Lets the entries of a request that was admitted be committed, after those of earlier calls. Where it returns, they are committed,
    /// or their caller cancels them before that, or the log stops for good.
    /// </summary>
    /// <exception cref="RecordException">The log has stopped. Nothing was taken.</exception>
    internal Task<LogReceipt> Enqueue(AppendRequest request)
    {
        try
        {
            return threads.Append(request);
        }
        catch
        {
            threads.Withdraw(request);
            throw;
        }
    }

    /// <summary>Gives back the room of a request that is not enqueued after all.</summary>
    internal void Withdraw(AppendRequest request) => threads.Withdraw(request);

    /// <summary>A receipt for entries that were acknowledged before, under the newest checkpoint.</summary>
    internal LogReceipt ReceiptOf(long index, int count)
    {
        var newest = threads.Newest;
        return new LogReceipt(index, count, newest.Checkpoint, newest.Note);
    }

    /// <summary>Waits until everything acknowledged so far is published: tiles, entry bundles and a checkpoint over them.</summary>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task PublishAsync() => threads.PublishAsync();

    /// <summary>Waits until the published checkpoint covers so many entries, for who would read what was appended.</summary>
    /// <param name="size">The number of entries, such as the <see cref="LogReceipt.TreeSize"/> of a receipt.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task PublishedAsync(long size, CancellationToken cancellation = default) => threads.PublishedAsync(size).WaitAsync(cancellation);

    /// <summary>Commits what is queued, publishes everything, and lets the folder go.</summary>
    /// <exception cref="RecordException">
    /// The log had stopped, or stopped while it was published. What was acknowledged is safe.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await threads.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            key.Dispose();
        }
    }

    private static RecordLog Start(
        string folder, NoteSigner key, RecordLogOptions options, Func<string, NoteSigner, RecordLogOptions, LogCore> begin)
    {
        var own = key.Copy();
        try
        {
            var path = Path.GetFullPath(folder);
            return new RecordLog(path, own, begin(path, own, options), options);
        }
        catch (Exception e)
        {
            own.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new RecordException(RecordError.OfFile(folder, e), e);
            }

            throw;
        }
    }
}
