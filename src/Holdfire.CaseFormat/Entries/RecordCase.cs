using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The case that a record holds, replayed from the entries that stand.</summary>
/// <remarks>
/// Each item takes the place of its first entry, so that a correction changes what is said and not the order. What a source itself
/// took back or replaced comes after them, with a correction of the case that says so. Protected contents
/// count only where they are disclosed, or where the caller may see them and says so.
/// </remarks>
public static class RecordCase
{
    /// <summary>Replays a record. Bad input never throws.</summary>
    /// <param name="folder">The record's folder.</param>
    /// <param name="withProtected">Whether protected contents that lie in the private folder are taken too.</param>
    public static CaseLoad Load(string folder, bool withProtected = false)
    {
        return RecordReader.Open(folder).Is(out var record, out var fault)
            ? Load(record, new ContentFolder(folder), withProtected, null)
            : Unread(fault);
    }

    /// <summary>Replays a record that is open, with further items after its own. Entries that do not load are left out and named.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contents">What lies beside it.</param>
    /// <param name="withProtected">Whether protected contents are taken too.</param>
    /// <param name="without">The index of an entry whose item is left out, or null.</param>
    /// <param name="further">Items that are not in the record yet, after its own.</param>
    public static CaseLoad Load(
        RecordReader record, ContentFolder contents, bool withProtected, long? without, params IReadOnlyList<CaseItem> further)
    {
        try
        {
            var (taken, corrections) = SourceChanges.Of(new EntryList.OfRecord(record, contents, withProtected));
            return EntriesAside.Load(
                aside =>
                {
                    var others = Items(record, contents, withProtected, k => k is not EntryKind.Report, without)
                        .Concat(taken.Concat(further).Where(i => i.Kind is not EntryKind.Report)).Where(i => !aside.Contains(i.Where)).ToImmutableArray();
                    var reports = Items(record, contents, withProtected, k => k is EntryKind.Report, without)
                        .Concat(taken.Concat(further).Where(i => i.Kind is EntryKind.Report)).Where(i => !aside.Contains(i.Where));
                    return CaseFolder.Load(new ItemFiles(others, reports, [.. corrections.Where(c => !aside.Contains(c.At.File))]), new LoadState());
                },
                further.Select(f => f.Where));
        }
        catch (RecordException e)
        {
            return Unread(e.Fault);
        }
    }

    // Faults of records are sentences; those of cases have what was expected and what was found apart.
    private static CaseLoad Unread(Fault fault)
    {
        const string Lead = "expected ", Between = ", found ";
        var at = fault.What.StartsWith(Lead, StringComparison.Ordinal) ? fault.What.IndexOf(Between, StringComparison.Ordinal) : -1;
        var (expected, found) = at < 0 ? ("a record", fault.What) : (fault.What[Lead.Length..at], fault.What[(at + Between.Length)..]);
        return new CaseLoad(null, [new InputFault(fault.Where, 0, 0, expected, found)]) { IsTouched = fault.IsTouched };
    }

    /// <summary>The items of some kinds that stand, in the order of the case.</summary>
    /// <exception cref="RecordException">Thrown on the way where an entry or a protected content cannot be read.</exception>
    public static IEnumerable<CaseItem> Items(
        RecordReader record, ContentFolder contents, bool withProtected, Func<EntryKind, bool> kinds, long? without = null)
    {
        var ledger = record.Ledger;
        var corrections = Corrections(ledger, kinds);
        foreach (var stored in record.Log.Entries(0, record.Size))
        {
            var state = ledger[stored.Index];
            if (state.Root != stored.Index || stored.Index == without || !kinds(state.Kind))
            {
                continue;
            }

            var index = state.Standing == Standing.Stands ? stored.Index : corrections.GetValueOrDefault(stored.Index, -1);
            if (index >= 0 && ContentOf(record, stored, index, contents, withProtected) is { } content)
            {
                yield return new CaseItem(state.Kind, content, FormattableString.Invariant($"entry {index}"));
            }
        }
    }

    // Most items stand as they were entered, and their entries were read whole when the record was opened.
    private static ReadOnlyMemory<byte>? ContentOf(
        RecordReader record, LogEntry stored, long standing, ContentFolder contents, bool withProtected) =>
        standing == stored.Index && EntryBytes.ContentOf(stored.Bytes) is { } open
            ? open
            : ContentOf(record.Entry(standing).Entry, contents, withProtected);

    /// <summary>The content of an item, or null where it is protected and may not be seen here.</summary>
    /// <exception cref="RecordException">What lies beside the log is not what was committed to.</exception>
    public static ReadOnlyMemory<byte>? ContentOf(Entry entry, ContentFolder contents, bool withProtected) =>
        entry.Content is { } open ? ItemContents.ItemOf(entry.Kind, open) : contents.Find(entry, withProtected)?.Content;

    // The correction that stands of each corrected entry.
    private static Dictionary<long, long> Corrections(Ledger ledger, Func<EntryKind, bool> kinds)
    {
        var corrections = new Dictionary<long, long>();
        for (var i = 0L; i < ledger.Count; i++)
        {
            if (ledger[i] is { Standing: Standing.Stands } state && state.Root != i && kinds(state.Kind))
            {
                corrections[state.Root] = i;
            }
        }

        return corrections;
    }
}
