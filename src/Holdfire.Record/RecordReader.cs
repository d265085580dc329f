using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.State;

namespace Holdfire.Record;

/// <summary>A published record, read whole once: its keys, and which of its entries stand.</summary>
/// <remarks>
/// Opening checks that the operator's key in the folder signed the checkpoint, that the entries are those of the checkpoint's
/// root, and that each keeps to the rules of docs/record-format.md and is signed by its submitter's key. Signatures are checked once on
/// this machine for each entry. Not safe to call from several threads at a time.
/// </remarks>
public sealed class RecordReader
{
    private RecordReader(LogReader log, Ledger ledger) => (Log, Ledger) = (log, ledger);

    /// <summary>The log.</summary>
    public LogReader Log { get; }

    /// <summary>What follows from its entries.</summary>
    public Ledger Ledger { get; }

    /// <summary>The number of entries that it is read up to.</summary>
    public long Size => Ledger.Count;

    /// <summary>The origin.</summary>
    public string Origin => Log.Checkpoint.Origin;

    /// <summary>Opens a record.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="each">Is given each entry in order.</param>
    /// <param name="memory">Where it is remembered which signatures were checked; the user's cache folder if left out.</param>
    public static Parsed<RecordReader> Open(string folder, Action<StoredEntry>? each = null, CheckedSignatures? memory = null)
    {
        memory ??= CheckedSignatures.OfUser;
        if (!LogReader.Open(folder).Is(out var log, out var fault) ||
            !log.OperatorKey().Is(out var key, out fault) || !log.Verify(key).Is(out var checkpoint, out fault))
        {
            return fault;
        }

        try
        {
            var (size, root) = memory.Find(checkpoint.Origin, key);
            var scan = new EntryScan(size > 0 && size <= log.Size && log.Root(size) == root ? size : 0, each);
            foreach (var entry in log.Entries())
            {
                scan.Add(entry);
            }

            scan.Flush();
            if (scan.Faults is [var found, ..])
            {
                return Touched(folder, found.ToString());
            }

            // The root before the first signature that is checked comes from the tiles; here it is that of the entries.
            if (scan.Root != checkpoint.Root || (scan.RootBefore is { } before && before != root))
            {
                return Touched(folder, "expected the entries of the checkpoint, found others");
            }

            memory.Keep(checkpoint.Origin, key, log.Size, scan.Root);
            return new RecordReader(log, scan.Ledger);
        }
        catch (RecordException e)
        {
            return e.Fault with { IsTouched = true };
        }
    }

    /// <summary>The same record as it was when it held its first entries, however it went on.</summary>
    /// <param name="size">How many entries, from 0 to <see cref="Size"/>.</param>
    /// <exception cref="RecordException">An entry cannot be read.</exception>
    public RecordReader At(long size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        if (size == Size)
        {
            return this;
        }

        // Their signatures were checked with those of the whole record.
        var scan = new EntryScan(signaturesFrom: long.MaxValue);
        foreach (var entry in Log.Entries(0, size))
        {
            scan.Add(entry);
        }

        scan.Flush();
        return new RecordReader(Log, scan.Ledger);
    }

    /// <summary>An entry.</summary>
    /// <exception cref="RecordException">It cannot be read.</exception>
    public StoredEntry Entry(long index)
    {
        var stored = Log.Entry(index);
        return EntryBytes.TryParse(stored.Bytes, out var entry, out var fault)
            ? new StoredEntry(index, stored.Leaf, entry!)
            : throw new RecordException(new Fault(FormattableString.Invariant($"entry {index}"), fault));
    }

    /// <summary>All entries in order, up to <see cref="Size"/>.</summary>
    public IEnumerable<StoredEntry> Entries() => Log.Entries(0, Size).Select(stored => EntryBytes.TryParse(stored.Bytes, out var entry, out var fault)
        ? new StoredEntry(stored.Index, stored.Leaf, entry!)
        : throw new RecordException(new Fault(FormattableString.Invariant($"entry {stored.Index}"), fault)));

    private static Fault Touched(string folder, string what) => new(folder, $"{what}; see holdfire record verify") { IsTouched = true };
}
