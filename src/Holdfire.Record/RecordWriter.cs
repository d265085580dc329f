using System.Collections.Immutable;
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
    private readonly IEntryContentCheck? check;
    private readonly object gate = new();

    // Of entries that must keep the whole readable, each waits for those before it.
    private readonly SemaphoreSlim turn = new(1);
    private RecordSession? session;
    private SealedEntries? hidden;

    // The append that the log took last. Entries are committed in order: once this ends well, all before it are in the log.
    private Task<LogReceipt>? last;

    private RecordWriter(RecordLog log, Ledger ledger, IClock clock, IEntryContentCheck? check) =>
        (this.log, this.ledger, this.clock, this.check) = (log, ledger, clock, check);

    /// <summary>How far the time that a submitter gives may lie after the operator's clock.</summary>
    public static Duration ClockTolerance { get; } = Duration.FromDays(1);

    /// <summary>How far it may lie before: an office without a network signs now and sends later.</summary>
    public static Duration OfflineTolerance { get; } = Duration.FromDays(90);

    /// <summary>The origin.</summary>
    public string Origin => log.OperatorKey.Name;

    /// <summary>The newest durable checkpoint.</summary>
    public Checkpoint Current => log.Current;

    /// <summary>Whether it takes entries. Once it does not it never does again: open the record anew.</summary>
    public bool IsHealthy => log.IsHealthy;

    /// <summary>What opening mended or left out, and what publishing could not put in place, one line each for a person; none as a rule.</summary>
    public ImmutableArray<string> Notices => log.Notices;

    /// <summary>Begins a record in a new or empty folder, and enters its registrar.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The operator's key, which signs checkpoints; its name is the origin.</param>
    /// <param name="registrar">Who registers the keys of submitters.</param>
    /// <param name="clock">The operator's clock.</param>
    /// <param name="options">How to write.</param>
    /// <param name="check">What contents must pass; null to take any.</param>
    /// <exception cref="RecordException">There is something in the folder, or it cannot be written.</exception>
    public static Task<RecordWriter> CreateAsync(
        string folder, NoteSigner key, SubmitterKey registrar, IClock clock, RecordLogOptions? options = null, IEntryContentCheck? check = null) =>
        EnterRegistrar(new RecordWriter(RecordLog.Create(folder, key, options), new Ledger(), clock, check), registrar);

    /// <summary>Begins a record, or goes on where its beginning was cut short.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The operator's key, which signs checkpoints; its name is the origin.</param>
    /// <param name="registrar">Who registers the keys of submitters.</param>
    /// <param name="clock">The operator's clock.</param>
    /// <param name="options">How to write.</param>
    /// <param name="check">What contents must pass; null to take any.</param>
    /// <exception cref="RecordException">The folder holds something else, or it cannot be written.</exception>
    public static async Task<RecordWriter> BeginAsync(
        string folder, NoteSigner key, SubmitterKey registrar, IClock clock, RecordLogOptions? options = null, IEntryContentCheck? check = null)
    {
        RecordLinks.Refuse(folder);
        if (!LogReader.Open(folder).Ok)
        {
            return await CreateAsync(folder, key, registrar, clock, options, check).ConfigureAwait(false);
        }

        var writer = await OpenAsync(folder, key, clock, options, check).ConfigureAwait(false);
        return writer.Current.Size > 0 ? writer : await EnterRegistrar(writer, registrar).ConfigureAwait(false);
    }

    /// <summary>Takes up a record where it was left.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="key">The operator's key.</param>
    /// <param name="clock">The operator's clock.</param>
    /// <param name="options">How to write.</param>
    /// <param name="check">What contents must pass; null to take any.</param>
    /// <exception cref="RecordException">There is none, another process writes it, the key is another's, or its files were altered.</exception>
    public static async Task<RecordWriter> OpenAsync(string folder, NoteSigner key, IClock clock, RecordLogOptions? options = null, IEntryContentCheck? check = null)
    {
        var log = RecordLog.Open(folder, key, options);
        try
        {
            await log.PublishAsync().ConfigureAwait(false);
            var record = RecordReader.Open(folder).OrThrow();
            var writer = new RecordWriter(log, record.Ledger, clock, check);
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
    /// <remarks>An entry that is in the record already, byte for byte, is not added again: its receipt is given once more.</remarks>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Stops waiting. Where it had waited for room only, nothing was added; else the entry may be in the record.</param>
    /// <exception cref="RecordException">It does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendAsync(Entry entry, CancellationToken cancellation = default) => AppendManyAsync([entry], cancellation);

    /// <summary>Appends entries in their order, all in one commit or none of them.</summary>
    /// <remarks>
    /// Where the record holds them already, byte for byte and one after the other, none is added again: their receipt is given once more,
    /// under the newest checkpoint. So who heard no answer may ask again.
    /// </remarks>
    /// <param name="entries">The entries, at least one.</param>
    /// <param name="cancellation">Stops waiting. Where it had waited for room only, nothing was added; else the entries may be in the record.</param>
    /// <exception cref="RecordException">One does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendManyAsync(IReadOnlyList<Entry> entries, CancellationToken cancellation = default) =>
        AppendManyAsync(entries, [], static _ => false, false, cancellation);

    /// <summary>The same for entries some of which hold commitments: what is sealed is kept next to the log first, and is removed again where the log refuses.</summary>
    /// <param name="entries">The entries, at least one; for one that is sealed, the entry that commits to it.</param>
    /// <param name="sealed">What is sealed of them, in their order.</param>
    /// <param name="maySee">Whether those who may see what is sealed here see an entry with a label: the case must be whole for them.</param>
    /// <param name="cancellation">Stops waiting. Where it had waited for room only, nothing was added; else the entries may be in the record.</param>
    /// <exception cref="RecordException">One does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendManyAsync(
        IReadOnlyList<Entry> entries, IReadOnlyList<SealedEntry> @sealed, Func<string, bool> maySee, CancellationToken cancellation = default) =>
        AppendManyAsync(entries, @sealed, maySee, false, cancellation);

    /// <summary>The same for entries that are too many for one commit: they may name what only a later part brings.</summary>
    /// <remarks>What stood before stays readable, as with any entry. The last part is appended with <see cref="AppendManyAsync(IReadOnlyList{Entry}, CancellationToken)"/>.</remarks>
    /// <param name="entries">The entries, at least one.</param>
    /// <param name="cancellation">Stops waiting. Where it had waited for room only, nothing was added; else the entries may be in the record.</param>
    /// <exception cref="RecordException">One does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendPartAsync(IReadOnlyList<Entry> entries, CancellationToken cancellation = default) =>
        AppendManyAsync(entries, [], static _ => false, true, cancellation);

    /// <summary>The same for entries some of which hold commitments.</summary>
    /// <param name="entries">The entries, at least one; for one that is sealed, the entry that commits to it.</param>
    /// <param name="sealed">What is sealed of them, in their order.</param>
    /// <param name="maySee">Whether those who may see what is sealed here see an entry with a label.</param>
    /// <param name="cancellation">Stops waiting. Where it had waited for room only, nothing was added; else the entries may be in the record.</param>
    /// <exception cref="RecordException">One does not stand to the rules, or the log has stopped. Nothing was added then.</exception>
    public Task<LogReceipt> AppendPartAsync(
        IReadOnlyList<Entry> entries, IReadOnlyList<SealedEntry> @sealed, Func<string, bool> maySee, CancellationToken cancellation = default) =>
        AppendManyAsync(entries, @sealed, maySee, true, cancellation);

    private async Task<LogReceipt> AppendManyAsync(
        IReadOnlyList<Entry> entries, IReadOnlyList<SealedEntry> @sealed, Func<string, bool> maySee, bool isPart, CancellationToken cancellation)
    {
        var request = Prepare(entries);
        if (Known(request.Leaves) is { } known)
        {
            return await ReceiptOf(known, entries.Count, cancellation).ConfigureAwait(false);
        }

        DemandNoErasure(entries);
        CheckTimes(entries);
        CheckContents(entries);
        var signed = CheckSignatures(entries);
        DemandSealed(entries, @sealed);
        if (check is null || entries.All(e => e.Kind is EntryKind.Key or EntryKind.Record))
        {
            return await AppendKeptAsync(entries, @sealed, request, signed, cancellation).ConfigureAwait(false);
        }

        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var record = await NewestAsync(cancellation).ConfigureAwait(false);
            check.Demand(record, entries, isPart);
            if (@sealed.Count > 0)
            {
                hidden ??= SealedEntries.Of(log.Folder);
                hidden.Ask(record, maySee, r =>
                {
                    check.DemandSealed(r, [.. entries.Where(e => !e.IsSealed), .. @sealed.Select(s => s.Entry)], isPart);
                    return 0;
                });
            }

            return await AppendKeptAsync(entries, @sealed, request, signed, cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    // Each commitment comes with what it commits to, signed by a key that is in use.
    private void DemandSealed(IReadOnlyList<Entry> entries, IReadOnlyList<SealedEntry> @sealed)
    {
        var at = Enumerable.Range(0, entries.Count).Where(i => entries[i].IsSealed).ToArray();
        if (at.Length != @sealed.Count || at.Where((place, i) => entries[place].ContentHash != @sealed[i].Commitment).Any())
        {
            throw Refused(entries, at.FirstOrDefault(), RecordError.Of("a commitment with what it commits to", "one alone"));
        }

        var sealedEntries = @sealed.Select(s => s.Entry).ToArray();
        CheckTimes(sealedEntries);
        CheckContents(sealedEntries);
        for (var i = 0; i < at.Length; i++)
        {
            Error? error;
            PublicKey? key;
            lock (gate)
            {
                error = ledger.Keys.OfSealed(ledger.Count, sealedEntries[i], out key);
            }

            if (error is not null || !@sealed[i].IsSignedBy(key!))
            {
                throw Refused(entries, at[i], error ?? RecordError.Of($"a signature by {sealedEntries[i].Submitter}'s key {sealedEntries[i].Key}", "another"));
            }
        }
    }

    // What is sealed is kept before the log holds its commitment; of what the log refuses nothing stays behind.
    private async Task<LogReceipt> AppendKeptAsync(
        IReadOnlyList<Entry> entries, IReadOnlyList<SealedEntry> @sealed, AppendRequest request, bool[] signed, CancellationToken cancellation)
    {
        var contents = new ContentFolder(log.Folder);
        foreach (var one in @sealed)
        {
            contents.Keep(one);
        }

        try
        {
            return await AppendAsync(entries, request, signed, cancellation).ConfigureAwait(false);
        }
        catch (RecordException) when (IsHealthy)
        {
            foreach (var one in @sealed.Where(s => Known([MerkleHash.OfLeaf(s.Committed.Bytes.Span)]) is null))
            {
                contents.DestroyContent(one.Commitment);
            }

            throw;
        }
    }

    // The log would say that a content is erased which is still there.
    private void DemandNoErasure(IReadOnlyList<Entry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Kind == EntryKind.Erasure)
            {
                throw Refused(entries, i, RecordError.Of("an entry that destroys nothing", "an erasure: holdfire record append --erases destroys the content first"));
            }
        }
    }

    // The record with all that was taken so far, also what somebody stopped waiting for.
    private async Task<RecordReader> NewestAsync(CancellationToken cancellation)
    {
        Task<LogReceipt>? before;
        lock (gate)
        {
            before = last;
        }

        await (before ?? Task.CompletedTask).WaitAsync(cancellation).ConfigureAwait(false);
        await log.PublishAsync().WaitAsync(cancellation).ConfigureAwait(false);
        session ??= RecordSession.Open(log.Folder).OrThrow();
        return session.Refresh().OrThrow();
    }

    /// <summary>The receipt of an entry, once it is durable; null where the record does not hold it.</summary>
    /// <param name="leaf">The entry's leaf hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public async Task<LogReceipt?> FindAsync(MerkleHash leaf, CancellationToken cancellation = default) =>
        Known([leaf]) is { } known ? await ReceiptOf(known, 1, cancellation).ConfigureAwait(false) : null;

    /// <summary>Waits until the published record covers so many entries, for who would read what was appended.</summary>
    /// <param name="size">The number of entries, such as the <see cref="LogReceipt.TreeSize"/> of a receipt.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task PublishedAsync(long size, CancellationToken cancellation = default) => log.PublishedAsync(size, cancellation);

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
        if (Erasures.Refusal(record, erasure) is { } error)
        {
            throw Refused([erasure], 0, error);
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
        var receipt = record.Ledger[index].ErasedBy >= 0 ? null : await AppendAsync([erasure], Prepare([erasure]), CheckSignatures([erasure]), CancellationToken.None).ConfigureAwait(false);
        contents.DropErasure(record.Entry(index).Entry.ContentHash);
        return receipt;
    }

    // What the log could refuse it refuses here, before the ledger has heard of it. Once the ledger has taken entries they are committed,
    // whoever still waits for them: the log itself is told of no cancellation.
    private AppendRequest Prepare(IReadOnlyList<Entry> entries) => log.Prepare([.. entries.Select(e => e.Bytes)], CancellationToken.None);

    private async Task<LogReceipt> AppendAsync(IReadOnlyList<Entry> entries, AppendRequest request, bool[] signed, CancellationToken cancellation)
    {
        await log.AdmitAsync(request, cancellation).ConfigureAwait(false);
        return await Append(entries, request, signed).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits until everything acknowledged so far is published.</summary>
    /// <exception cref="RecordException">The log has stopped.</exception>
    public Task PublishAsync() => log.PublishAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await log.DisposeAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    private static async Task<RecordWriter> EnterRegistrar(RecordWriter writer, SubmitterKey registrar)
    {
        try
        {
            var opening = new KeyChange.Open(writer.Origin, registrar.PublicKey);
            await writer.AppendAsync(
                registrar.Sign(writer.Origin, opening.Kind, opening.ToContent(), writer.clock.GetCurrentInstant())).ConfigureAwait(false);
            return writer;
        }
        catch
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static RecordException Refused(IReadOnlyList<Entry> entries, int at, Error error) =>
        RecordException.OfEntry(at, entries.Count, error);

    private static RecordException Unsigned(IReadOnlyList<Entry> entries, int at) =>
        Refused(entries, at, RecordError.Of($"a signature by {entries[at].Submitter}'s key {entries[at].Key}", "another"));

    private void CheckTimes(IReadOnlyList<Entry> entries)
    {
        var now = clock.GetCurrentInstant();
        for (var i = 0; i < entries.Count; i++)
        {
            var made = entries[i].Made;
            if (!entries[i].IsSealed && (made < now - OfflineTolerance || made > now + ClockTolerance))
            {
                throw Refused(entries, i, RecordError.Of($"a time from {OfflineTolerance.TotalDays} days before this clock's {now} to {ClockTolerance.TotalHours} hours after", $"{made}; is a clock wrong?"));
            }
        }
    }

    // Where the entries are, if the record or a commit under way holds all of them one after the other.
    private (long Index, Task<LogReceipt>? After)? Known(MerkleHash[] leaves)
    {
        lock (gate)
        {
            return ledger.Find(leaves[0]) is { } index && Enumerable.Range(0, leaves.Length).All(i => ledger.Find(leaves[i]) == index + i)
                ? (index, last) : null;
        }
    }

    private async Task<LogReceipt> ReceiptOf((long Index, Task<LogReceipt>? After) known, int count, CancellationToken cancellation)
    {
        if (known.After is { } after)
        {
            await after.WaitAsync(cancellation).ConfigureAwait(false);
        }

        return log.ReceiptOf(known.Index, count);
    }

    // What an earlier record may hold, and a new entry may not: a commitment that others can copy, and a content that no one can read.
    private void CheckContents(IReadOnlyList<Entry> entries)
    {
        var errors = new Error?[entries.Count];
        Parallel.For(0, errors.Length, i => errors[i] = ContentError(entries[i]));
        if (Array.FindIndex(errors, f => f is not null) is >= 0 and var at)
        {
            throw Refused(entries, at, errors[at]!);
        }
    }

    private Error? ContentError(Entry entry) =>
        entry.IsProtected && !entry.BindsCommitment ? RecordError.Of($"a commitment of the form {ProtectedContent.SecondForm}", "the first form, which can be copied")
        : entry.Kind is EntryKind.Correction or EntryKind.Withdrawal && check?.RefusalOfChange(entry.Content!.Value) is { } refusal ? refusal
        : entry.Content is { } content && EntryKinds.MayBeProtected(entry.Item.Kind) ? check?.Refusal(entry.Item.Kind, ItemContents.ItemOf(entry.Kind, content))
        : null;

    // Checks signatures outside the lock: by keys that are known by now, or that the same entries register. Says which those were.
    private bool[] CheckSignatures(IReadOnlyList<Entry> entries)
    {
        var registered = new Dictionary<KeyId, PublicKey>();
        foreach (var bytes in entries.Where(e => e.Kind == EntryKind.Key && e.Content is not null).Select(PublicKeyIn).OfType<byte[]>())
        {
            if (PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) && key is not null)
            {
                registered[KeyId.Of(bytes)] = key;
            }
        }

        PublicKey?[] keys;
        lock (gate)
        {
            keys = [.. entries.Select(e => e.IsSealed ? null : ledger.Keys.Find(e.Key)?.PublicKey ?? registered.GetValueOrDefault(e.Key))];
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

    private static byte[]? PublicKeyIn(Entry entry) => KeyChange.Read(entry.Kind, entry.Content!.Value, out _) switch
    {
        KeyChange.Register register => register.PublicKey,
        KeyChange.Rotate rotate => rotate.PublicKey,
        _ => null,
    };

    // The log takes entries in the order in which the ledger does. What the log has taken is committed, or the log stops for good and
    // with it this writer, so the ledger is never ahead of a log that goes on.
    private Task<LogReceipt> Append(IReadOnlyList<Entry> entries, AppendRequest request, bool[] signed)
    {
        lock (gate)
        {
            if (Known(request.Leaves) is { } known)
            {
                // Another caller was quicker with the same entries.
                log.Withdraw(request);
                return ReceiptOf(known, entries.Count, CancellationToken.None);
            }

            ledger.Begin();
            try
            {
                Take(entries, request.Leaves, signed);
            }
            catch
            {
                ledger.Undo();
                log.Withdraw(request);
                throw;
            }

            try
            {
                last = log.Enqueue(request);
                ledger.Keep();
                return last;
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
            if (ledger.Take(entries[i], leaves[i], out var key) is { } error)
            {
                throw Refused(entries, i, error);
            }

            if (!signed[i] && !entries[i].IsSealed && !EntrySignature.IsBy(entries[i], key!))
            {
                throw Unsigned(entries, i);
            }
        }
    }
}
