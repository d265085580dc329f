using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.CaseFormat.Entries;

/// <summary>The case that a record holds, replayed from the entries that stand.</summary>
/// <remarks>
/// Each item takes the place of its first entry, so that a correction changes what is said and not the order; a correction that cannot
/// be read, or is set aside, changes nothing. What a source itself
/// took back or replaced comes after them, with a correction of the case that says so. Protected contents
/// count only where they are disclosed, or where the caller may see them and says so.
/// </remarks>
public static class RecordCase
{
    /// <summary>How errors name an entry.</summary>
    public static string NameOf(long index) => EntryName.Of(index);

    /// <summary>Replays a record. Bad input never throws.</summary>
    /// <param name="folder">The record's folder.</param>
    /// <param name="withProtected">Whether protected contents that lie in the private folder are taken too.</param>
    public static CaseLoad Load(string folder, bool withProtected = false)
    {
        return RecordReader.Open(folder).Is(out var record, out var error)
            ? Load(record, new ContentFolder(folder), withProtected, null)
            : Unread(error);
    }

    /// <summary>Replays a record that is open, with further items after its own. Entries that do not load are left out and named.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contents">What lies beside it.</param>
    /// <param name="withProtected">Whether protected contents are taken too.</param>
    /// <param name="without">The index of an entry whose item is left out, or null.</param>
    /// <param name="further">Items that are not in the record yet, after its own.</param>
    public static CaseLoad Load(
        RecordReader record, ContentFolder contents, bool withProtected, long? without, params IReadOnlyList<CaseItem> further) =>
        Load(record, contents, withProtected, without, further, out _);

    /// <summary>The same, with what the last reading noted; null where there was none.</summary>
    internal static CaseLoad Load(
        RecordReader record, ContentFolder contents, bool withProtected, long? without, IReadOnlyList<CaseItem> further, out LoadState? state)
    {
        LoadState? last = null;
        try
        {
            var entries = new EntryList.OfRecord(record, contents, withProtected);
            var squatting = SourceChanges.Squatting(entries, entries.Versions(ImmutableHashSet<string>.Empty));
            var before = squatting.Select(s => s.Name).ToImmutableHashSet();
            var first = entries.Versions(before);
            var lines = HeadLines.Of(entries, first, () => SourceChanges.Of(entries, first).Items);
            var load = EntriesAside.Load(
                (left, falls) =>
                {
                    last = new LoadState();
                    last.Ids.Falls = falls;
                    return Read(record, contents, withProtected, without, further, entries, left, last);
                },
                before.Union(lines.Select(l => l.Name)), further.Select(f => f.Where));
            return load with
            {
                Without = SetAsideList.Of(entries, load.SetAside, [.. squatting.Concat(lines).Select(l => l.What), .. SourceChanges.Unread(entries, first)]),
                Withheld = entries.Withheld,
            };
        }
        catch (RecordException e)
        {
            return Unread(e.Error);
        }
        finally
        {
            state = last;
        }
    }

    private static CaseLoad Read(
        RecordReader record, ContentFolder contents, bool withProtected, long? without, IReadOnlyList<CaseItem> further, EntryList entries, IReadOnlySet<string> left,
        LoadState state)
    {
        var versions = entries.Versions(left);
        var (taken, corrections) = SourceChanges.Of(entries, versions);
        CaseItem[] others = [.. Of(k => k is not EntryKind.Report)];
        return CaseFolder.Load(new ItemFiles(others, Of(k => k is EntryKind.Report), corrections, left), state);

        IEnumerable<CaseItem> Of(Func<EntryKind, bool> kinds) =>
            Items(record, contents, withProtected, kinds, versions, without).Concat(taken.Concat(further).Where(i => kinds(i.Kind)));
    }

    private static CaseLoad Unread(Error error) => new(null, [error]) { IsTouched = error.IsTouched };

    /// <summary>The items of some kinds that stand, in the order of the case; also those that could not be read.</summary>
    /// <exception cref="RecordException">Thrown on the way where an entry or a protected content cannot be read.</exception>
    public static IEnumerable<CaseItem> Items(RecordReader record, ContentFolder contents, bool withProtected, Func<EntryKind, bool> kinds) =>
        Items(record, contents, withProtected, kinds, new EntryList.OfRecord(record, contents, withProtected).Versions(ImmutableHashSet<string>.Empty), null);

    private static IEnumerable<CaseItem> Items(
        RecordReader record, ContentFolder contents, bool withProtected, Func<EntryKind, bool> kinds, ItemVersions versions, long? without)
    {
        var ledger = record.Ledger;
        foreach (var stored in record.Stored())
        {
            var state = ledger[stored.Index];
            if (state.Root == stored.Index && stored.Index != without && kinds(state.Kind) && versions.Of((int)stored.Index) is { } standing
                && ContentOf(record, stored, standing, contents, withProtected) is { } content)
            {
                yield return new CaseItem(state.Kind, content, EntryName.Of(standing))
                {
                    Signer = state.Kind == EntryKind.Step ? Signer.Of(ledger[standing].Submitter, ledger.Keys) : Signer.None,
                };
            }
        }
    }

    // Most items stand as they were entered, and their entries were read whole when the record was opened.
    private static ReadOnlyMemory<byte>? ContentOf(
        RecordReader record, LogEntry stored, long standing, ContentFolder contents, bool withProtected) =>
        standing == stored.Index && EntryBytes.ContentOf(stored.Bytes) is { } open
            ? open
            : ContentOf(record, record.Entry(standing), contents, withProtected);

    /// <summary>The content of an item, or null where it is protected and may not be seen here, or is erased.</summary>
    /// <exception cref="RecordException">What lies beside the log is not what was committed to.</exception>
    internal static ReadOnlyMemory<byte>? ContentOf(RecordReader record, StoredEntry stored, ContentFolder contents, bool withProtected) =>
        record.ContentOf(stored, contents, withProtected) is not { } content ? (ReadOnlyMemory<byte>?)null
        : stored.Entry.IsProtected ? content : ItemContents.ItemOf(stored.Entry.Kind, content);
}
