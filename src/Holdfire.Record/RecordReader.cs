using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.State;

namespace Holdfire.Record;

/// <summary>A published record, read whole once: its keys, and which of its entries stand.</summary>
/// <remarks>
/// Opening checks that the operator's key in the folder signed the checkpoint, that the entries are those of the checkpoint's
/// root, and that each stands to the rules of docs/record-format.md. Signatures of the entries are checked by
/// verifying a record, not here. Not safe to call from several threads at a time.
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
    public static Parsed<RecordReader> Open(string folder, Action<StoredEntry>? each = null)
    {
        if (!LogReader.Open(folder).Is(out var log, out var fault) ||
            !log.OperatorKey().Is(out var key, out fault) || !log.Verify(key).Is(out _, out fault))
        {
            return fault;
        }

        var scan = new EntryScan(signatures: false, each);
        try
        {
            foreach (var entry in log.Entries())
            {
                scan.Add(entry);
            }
        }
        catch (RecordException e)
        {
            return e.Fault;
        }

        scan.Flush();
        return scan.Faults is [var found, ..] ? new Fault(folder, $"{found}; see holdfire record verify")
            : scan.Root != log.Checkpoint.Root ? new Fault(folder, "expected the entries of the checkpoint, found others; see holdfire record verify")
            : new RecordReader(log, scan.Ledger);
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

        var scan = new EntryScan(signatures: false);
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
}
