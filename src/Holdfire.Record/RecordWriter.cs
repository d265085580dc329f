using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;
using NodaTime;
using NSec.Cryptography;

namespace Holdfire.Record;

/// <summary>The one writer of a record. Takes only entries that stand to the rules of docs/record-format.md.</summary>
/// <remarks>
/// Safe to call from several threads at a time; signatures are checked by the callers' threads. After an error of the file system
/// it stops for good, as the log does: open it anew.
/// </remarks>
public sealed class RecordWriter : IAsyncDisposable
{
    private readonly RecordLog log;
    private readonly Ledger ledger;
    private readonly IClock clock;
    private readonly object gate = new();

    private RecordWriter(RecordLog log, Ledger ledger, IClock clock) => (this.log, this.ledger, this.clock) = (log, ledger, clock);

    /// <summary>How far the time that a submitter gives may lie from the operator's clock.</summary>
    public static Duration ClockTolerance { get; } = Duration.FromDays(1);

    /// <summary>The origin.</summary>
    public string Origin => log.OperatorKey.Name;

    /// <summary>The newest durable checkpoint.</summary>
    public Checkpoint Current => log.Current;

    /// <summary>Begins a record in a new or empty folder, and enters its registrar.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The operator's key, which signs checkpoints; its name is the origin.</param>
    /// <param name="registrar">Who registers the keys of submitters.</param>
    /// <param name="clock">The operator's clock.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="RecordException">There is something in the folder, or it cannot be written.</exception>
    public static async Task<RecordWriter> CreateAsync(
        string folder, NoteSigner key, SubmitterKey registrar, IClock clock, RecordLogOptions? options = null)
    {
        var writer = new RecordWriter(RecordLog.Create(folder, key, options), new Ledger(), clock);
        var opening = new KeyChange.Open(key.Verifier.Name, registrar.PublicKey);
        await writer.AppendAsync(registrar.Sign(writer.Origin, opening.Kind, opening.ToContent(), clock.GetCurrentInstant())).ConfigureAwait(false);
        return writer;
    }

    /// <summary>Takes up a record where it was left.</summary>
    /// <exception cref="RecordException">There is none, another process writes it, the key is another's, or its files were altered.</exception>
    public static async Task<RecordWriter> OpenAsync(string folder, NoteSigner key, IClock clock, RecordLogOptions? options = null)
    {
        var log = RecordLog.Open(folder, key, options);
        try
        {
            await log.PublishAsync().ConfigureAwait(false);
            var record = RecordReader.Open(folder).OrThrow();
            var writer = new RecordWriter(log, record.Ledger, clock);
            await writer.FinishErasuresAsync(record).ConfigureAwait(false);
            return writer;
        }
        catch
        {
            await log.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Appends an entry; the task ends when it is durable under a signed checkpoint.</summary>
    /// <exception cref="RecordException">It does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendAsync(Entry entry) => AppendManyAsync([entry]);

    /// <summary>Appends entries in their order, all in one commit or none of them.</summary>
    /// <exception cref="RecordException">One does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendManyAsync(IReadOnlyList<Entry> entries)
    {
        try
        {
            CheckTimes(entries);
        }
        catch (RecordException e)
        {
            return Task.FromException<LogReceipt>(e);
        }

        return AppendAtAnyTimeAsync(entries);
    }

    /// <summary>Destroys the protected content of an entry, its attachment too unless another entry names it, and appends the erasure.</summary>
    /// <remarks>
    /// The signed erasure is kept in the private folder first, so that the next <see cref="OpenAsync"/> finishes what was cut off:
    /// docs/record-format.md, Erasure.
    /// </remarks>
    /// <param name="erasure">A signed entry of kind erasure.</param>
    /// <exception cref="RecordException">The erasure is against the rules, and nothing was destroyed; or the log has stopped.</exception>
    public async Task<LogReceipt> EraseAsync(Entry erasure)
    {
        CheckTimes([erasure]);
        await PublishAsync().ConfigureAwait(false);
        var record = RecordReader.Open(log.Folder).OrThrow();
        if (Erasures.Refusal(record, erasure) is { } fault)
        {
            throw Refused([erasure], 0, fault);
        }

        var (contents, index) = (new ContentFolder(log.Folder), record.Ledger.Find(erasure.Item.Of!.Value)!.Value);
        contents.KeepErasure(record.Entry(index).Entry.ContentHash, erasure.Bytes.Span);
        return (await FinishErasureAsync(record, contents, erasure).ConfigureAwait(false))!;
    }

    private async Task FinishErasuresAsync(RecordReader record)
    {
        var contents = new ContentFolder(log.Folder);
        foreach (var erasure in Erasures.Pending(contents, record))
        {
            await FinishErasureAsync(record, contents, erasure).ConfigureAwait(false);
        }
    }

    private async Task<LogReceipt?> FinishErasureAsync(RecordReader record, ContentFolder contents, Entry erasure)
    {
        var index = record.Ledger.Find(erasure.Item.Of!.Value)!.Value;
        ErasedContent.Destroy(record, contents, index);
        var receipt = record.Ledger[index].ErasedBy >= 0 ? null : await AppendAtAnyTimeAsync([erasure]).ConfigureAwait(false);
        contents.DropErasure(record.Entry(index).Entry.ContentHash);
        return receipt;
    }

    private Task<LogReceipt> AppendAtAnyTimeAsync(IReadOnlyList<Entry> entries)
    {
        try
        {
            // What the log could refuse it refuses here, before the ledger has heard of it.
            var request = log.Prepare([.. entries.Select(e => e.Bytes)], CancellationToken.None);
            return Append(entries, request, CheckSignatures(entries));
        }
        catch (RecordException e)
        {
            return Task.FromException<LogReceipt>(e);
        }
    }

    /// <summary>Waits until everything acknowledged so far is published.</summary>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task PublishAsync() => log.PublishAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => log.DisposeAsync();

    private static RecordException Refused(IReadOnlyList<Entry> entries, int at, string fault) =>
        new(new Fault(FormattableString.Invariant($"entry {at + 1} of {entries.Count}"), fault));

    private static RecordException Unsigned(IReadOnlyList<Entry> entries, int at) =>
        Refused(entries, at, $"expected a signature by {entries[at].Submitter}'s key {entries[at].Key}, found another");

    private void CheckTimes(IReadOnlyList<Entry> entries)
    {
        var now = clock.GetCurrentInstant();
        for (var i = 0; i < entries.Count; i++)
        {
            var made = entries[i].Made;
            if (made < now - ClockTolerance || made > now + ClockTolerance)
            {
                throw Refused(entries, i, $"expected a time within {ClockTolerance.TotalHours} hours of this clock's {now}, found {made}; is a clock wrong?");
            }
        }
    }

    // Checks what is signed by keys that are known by now, outside the lock; says which that were.
    private bool[] CheckSignatures(IReadOnlyList<Entry> entries)
    {
        PublicKey?[] keys;
        lock (gate)
        {
            keys = [.. entries.Select(e => ledger.Keys.Find(e.Key)?.PublicKey)];
        }

        var good = new bool[keys.Length];
        void Check(int i) => good[i] = keys[i] is not { } key || EntrySignature.IsBy(entries[i], key);
        if (keys.Length == 1)
        {
            Check(0);
        }
        else
        {
            Parallel.For(0, keys.Length, Check);
        }

        return Array.IndexOf(good, false) is >= 0 and var bad
            ? throw Unsigned(entries, bad)
            : Array.ConvertAll(keys, k => k is not null);
    }

    // The log takes entries in the order in which the ledger does. What the log has taken is committed, or the log stops for good and
    // with it this writer, so the ledger is never ahead of a log that goes on.
    private Task<LogReceipt> Append(IReadOnlyList<Entry> entries, AppendRequest request, bool[] signed)
    {
        lock (gate)
        {
            ledger.Begin();
            try
            {
                Take(entries, request.Leaves, signed);
                var done = log.Enqueue(request);
                ledger.Keep();
                return done;
            }
            catch
            {
                ledger.Undo();
                throw;
            }
        }
    }

    private void Take(IReadOnlyList<Entry> entries, MerkleHash[] leaves, bool[] signed)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (ledger.Take(entries[i], leaves[i], out var key) is { } fault)
            {
                throw Refused(entries, i, fault);
            }

            if (!signed[i] && !EntrySignature.IsBy(entries[i], key!))
            {
                throw Unsigned(entries, i);
            }
        }
    }
}
