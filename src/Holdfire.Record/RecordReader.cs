using System.Collections.Immutable;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Record.Tiles;
using Holdfire.Record.Tlog;

namespace Holdfire.Record;

/// <summary>A published record: its keys, and which of its entries stand.</summary>
/// <remarks>
/// Opening checks that the operator's key in the folder signed the checkpoint, that the entries are those of the checkpoint's
/// root, and that each keeps to the rules of docs/record-format.md and is signed by its submitter's key. What was checked on this machine
/// earlier is not read again: <see cref="LedgerMemory"/>. Every entry that is read later is held against the leaf hash that it was
/// checked with. Not safe to call from several threads at a time.
/// </remarks>
public sealed class RecordReader
{
    private readonly Ledger newest;
    private bool isOutdated;

    private RecordReader(LogReader log, LedgerSnapshot known, Ledger? newest = null) => (Log, Known, this.newest) = (log, known, newest ?? known.Ledger);

    // Entries that are not in the log, after those that are.
    private ImmutableArray<StoredEntry> Further { get; init; } = [];

    // What is sealed and may be seen, by its index.
    private IReadOnlyDictionary<long, Entry> Unsealed { get; init; } = ImmutableDictionary<long, Entry>.Empty;

    /// <summary>What is sealed, may be seen and is left out, since it does not stand to the rules or its id is in use; empty as a rule.</summary>
    public ImmutableArray<RefusedEntry> UnsealedInVain { get; private init; } = [];

    /// <summary>The log. Entries of it that are not those under the checkpoint are refused when they are read.</summary>
    public LogReader Log { get; }

    /// <summary>What follows from its entries.</summary>
    public Ledger Ledger => Known.Ledger;

    /// <summary>What a later checkpoint can be read from.</summary>
    internal LedgerSnapshot Known => !isOutdated ? field : throw new InvalidOperationException("the session has read on: take its current view");

    /// <summary>The number of entries that it is read up to.</summary>
    public long Size => Ledger.Count;

    /// <summary>The origin.</summary>
    public string Origin => Log.Checkpoint.Origin;

    /// <summary>Opens a record.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="memory">Where it is remembered what was read and checked earlier; the user's cache folder if left out.</param>
    public static Parsed<RecordReader> Open(string folder, LedgerMemory? memory = null) => Open(new FolderTiles(folder), memory);

    /// <summary>Opens a record wherever it is.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="memory">Where it is remembered what was read and checked earlier; the user's cache folder if left out.</param>
    public static Parsed<RecordReader> Open(ITileSource source, LedgerMemory? memory = null)
    {
        memory ??= LedgerMemory.OfUser;
        if (FindRefused(source) is { } refused)
        {
            return refused;
        }

        if (!LogReader.Open(source).Is(out var log, out var error) ||
            !log.OperatorKey().Is(out var key, out error) || !log.Verify(key).Is(out var checkpoint, out error))
        {
            return error;
        }

        // What is remembered is of use where the entries after it lead to the root of the checkpoint: then it is of the same entries.
        var known = memory.Find(checkpoint.Origin, key) is { } found && found.Frontier.Size <= log.Size ? found : null;
        var size = known?.Frontier.Size ?? 0;
        if (known is null || !Read(log, known).Is(out var record, out _))
        {
            size = 0;
            if (!Read(log, new LedgerSnapshot(new Ledger(), new MerkleFrontier())).Is(out record, out error))
            {
                return error;
            }
        }

        memory.Keep(checkpoint.Origin, key, record.Known, size);
        return record;
    }

    /// <summary>Reads the entries of a log after those that are known. What is known is changed, also where there is an error.</summary>
    internal static Parsed<RecordReader> Read(LogReader log, LedgerSnapshot known)
    {
        try
        {
            var scan = new EntryScan(known);
            foreach (var entry in log.Entries(known.Frontier.Size))
            {
                scan.Add(entry);
            }

            scan.Flush();
            return scan.Errors is [var found, ..] ? Advised(found.Placed.Within(log.Folder))
                : scan.Root != log.Checkpoint.Root ? Advised(RecordError.Touched(log.Folder, "the entries of the checkpoint", "others"))
                : new RecordReader(log.Checking(entry => scan.Ledger.Find(entry.Leaf) == entry.Index), scan.Known);
        }
        catch (RecordException e)
        {
            return e.Error with { Code = RecordErrorCodes.Touched };
        }
    }

    /// <summary>From here on it is an error to ask it anything: what it knew has become that of a later view.</summary>
    internal void Outdate() => isOutdated = true;

    /// <summary>The same record as it was when it held its first entries, however it went on. Reads no entry.</summary>
    /// <param name="size">How many entries, from 0 to <see cref="Size"/>.</param>
    /// <exception cref="RecordException">A tile cannot be read.</exception>
    public RecordReader At(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        if (Unsealed.Count > 0 && size != Size)
        {
            throw new InvalidOperationException("what is sealed is taken in at one size: take the record at that size first");
        }

        return size == Size ? this : new RecordReader(Log, new LedgerSnapshot(Ledger.At(size), Log.FrontierAt(size)), newest);
    }

    /// <summary>Asks the record as it would be with further entries. Until that is answered this one must not be asked.</summary>
    /// <param name="entries">The entries, whose signatures are not checked.</param>
    /// <param name="ask">What is asked; it keeps nothing of the record.</param>
    /// <exception cref="RecordException">An entry is against the rules of docs/record-format.md.</exception>
    public T With<T>(IReadOnlyList<Entry> entries, Func<RecordReader, T> ask)
    {
        var (ledger, size) = (Ledger, Size);
        var mark = ledger.Begin();
        try
        {
            var further = ImmutableArray.CreateRange(entries.Select((e, i) => new StoredEntry(size + i, MerkleHash.OfLeaf(e.Bytes.Span), e)));
            for (var i = 0; i < entries.Count; i++)
            {
                if (ledger.Take(entries[i], further[i].Leaf, out _) is { } error)
                {
                    throw RecordException.OfEntry(i, entries.Count, error);
                }
            }

            return ask(new RecordReader(Log, Known, newest) { Further = further, Unsealed = Unsealed, UnsealedInVain = UnsealedInVain });
        }
        finally
        {
            ledger.Undo(mark);
        }
    }

    /// <summary>Asks the record as it is with what of it is sealed and may be seen. Until that is answered this one must not be asked.</summary>
    /// <remarks>
    /// What stands in the open stands whatever is sealed. Of what is sealed the earlier entry stands before the later one; what is against the rules
    /// is in <see cref="UnsealedInVain"/>.
    /// </remarks>
    /// <param name="sealed">What is sealed, by index.</param>
    /// <param name="ask">What is asked; it keeps nothing of the record.</param>
    internal T With<T>(IReadOnlyDictionary<long, SealedEntry> @sealed, Func<RecordReader, T> ask)
    {
        var mark = Ledger.Begin();
        try
        {
            return ask(Unseal(Ledger, @sealed));
        }
        finally
        {
            Ledger.Undo(mark);
        }
    }

    /// <summary>The same as a record of its own, which costs a copy of what is known of all entries.</summary>
    internal RecordReader CopyWith(IReadOnlyDictionary<long, SealedEntry> @sealed) => Unseal(Ledger.At(Size), @sealed);

    private RecordReader Unseal(Ledger ledger, IReadOnlyDictionary<long, SealedEntry> @sealed)
    {
        var (taken, refused) = (new Dictionary<long, Entry>(), ImmutableArray.CreateBuilder<RefusedEntry>());
        foreach (var (index, entry) in @sealed.OrderBy(s => s.Key))
        {
            var error = ledger.Unseal(index, entry.Entry, entry.IsSignedBy);
            if (error is null)
            {
                taken.Add(index, entry.Entry);
            }
            else
            {
                refused.Add(new RefusedEntry(index, error));
            }
        }

        return new RecordReader(Log, new LedgerSnapshot(ledger, Known.Frontier), newest) { Unsealed = taken, UnsealedInVain = refused.ToImmutable() };
    }

    /// <summary>The bytes of all entries in order, up to <see cref="Size"/>, read bundle by bundle.</summary>
    /// <exception cref="RecordException">Thrown on the way where a bundle is missing or malformed.</exception>
    public IEnumerable<LogEntry> Stored() => Log.Entries(0, Size - Further.Length).Concat(Further.Select(f => new LogEntry(f.Index, f.Entry.Bytes)));

    /// <summary>An entry; what is sealed where it may be seen.</summary>
    /// <exception cref="RecordException">It cannot be read.</exception>
    public StoredEntry Entry(long index) => index >= Size - Further.Length && index < Size ? Further[(int)(index - Size + Further.Length)] : Read(Log.Entry(index));

    /// <summary>
    /// Whether the log says that the content behind a protected entry is destroyed, also in an entry after <see cref="Size"/>. Then it is taken
    /// from nowhere, though a copy of it may lie in the folder.
    /// </summary>
    public bool IsErased(long index, Entry entry) => entry.IsProtected && IsErased(index, entry.ContentHash);

    /// <summary>The same of the entry with a commitment.</summary>
    internal bool IsErased(long index, string commitment) => newest.ErasureOf(index, commitment) is not null;

    /// <summary>The content of an entry, open or protected; null where it is not here, may not be seen or is erased.</summary>
    /// <param name="stored">The entry.</param>
    /// <param name="contents">What lies beside the log.</param>
    /// <param name="withPrivate">Whether what is not disclosed is looked for too.</param>
    /// <exception cref="RecordException">What lies beside the log is not what was committed to.</exception>
    public ReadOnlyMemory<byte>? ContentOf(StoredEntry stored, ContentFolder contents, bool withPrivate) =>
        stored.Entry.Content ?? (IsErased(stored.Index, stored.Entry) ? null : contents.Find(stored.Entry, withPrivate)?.Content);

    /// <summary>All entries in order, up to <see cref="Size"/>; what is sealed where it may be seen.</summary>
    public IEnumerable<StoredEntry> Entries() => Log.Entries(0, Size - Further.Length).Select(Read).Concat(Further);

    private StoredEntry Read(LogEntry stored) => Unsealed.TryGetValue(stored.Index, out var unsealed) ? new StoredEntry(stored.Index, stored.Leaf, unsealed)
        : EntryBytes.TryParse(stored.Bytes, out var entry, out var error) ? new StoredEntry(stored.Index, stored.Leaf, entry!)
        : throw new RecordException(new RefusedEntry(stored.Index, error!).Placed);

    private static Error? FindRefused(ITileSource source)
    {
        try
        {
            if (FolderTiles.Under(source) is { } local)
            {
                RecordLinks.Refuse(local.Files, local.Folder);
            }

            return null;
        }
        catch (RecordException e)
        {
            return e.Error;
        }
    }

    private static Error Advised(Error error) => error.With("; see holdfire record verify") with { Code = RecordErrorCodes.Touched };
}
