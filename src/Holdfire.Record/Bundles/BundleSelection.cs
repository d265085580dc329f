using System.Collections.Immutable;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Record.Bundles;

/// <summary>Chooses the entries of a bundle that does not hold the whole log.</summary>
/// <remarks>
/// What an entry refers to comes with it, and so does every correction, withdrawal and erasure of it, so that the case that the
/// bundle holds has no dangling id and nothing in it was taken back unseen.
/// </remarks>
public sealed class BundleSelection
{
    private readonly IReadOnlyList<StoredEntry> entries;
    private readonly Func<StoredEntry, ReadOnlyMemory<byte>?> contentOf;
    private readonly ILookup<string, int> reports;
    private readonly ILookup<string, int> queries;
    private readonly Dictionary<int, List<int>> changes = [];
    private readonly SortedSet<int> chosen = [];
    private readonly Stack<int> open = [];

    /// <summary>A choice among all entries of a record.</summary>
    /// <param name="entries">The entries, from index 0.</param>
    /// <param name="contentOf">The content of an entry, with a disclosed one; null where it is protected or erased.</param>
    public BundleSelection(IReadOnlyList<StoredEntry> entries, Func<StoredEntry, ReadOnlyMemory<byte>?> contentOf)
    {
        (this.entries, this.contentOf) = (entries, contentOf);
        var all = Enumerable.Range(0, entries.Count);
        reports = ById(EntryKind.Report);
        queries = ById(EntryKind.Query);
        var byLeaf = entries.ToDictionary(e => e.Leaf, e => (int)e.Index);
        foreach (var i in all)
        {
            if (entries[i].Entry.Item.Of is { } of && byLeaf.TryGetValue(of, out var target))
            {
                Link(i, target);
                Link(target, i);
            }
        }
    }

    /// <summary>For a report: its corrections and withdrawal, whole, parts and inclusions, pins, and what they stand on.</summary>
    /// <exception cref="RecordException">There is no such report.</exception>
    public ImmutableArray<long> OfReport(string id)
    {
        if (!reports.Contains(id))
        {
            throw new RecordException(RecordError.Invalid("--report", "the id of a report in the record", $"'{id}'"));
        }

        Add(IsGround);
        foreach (var i in reports[id])
        {
            open.Push(i);
        }

        foreach (var i in Enumerable.Range(0, entries.Count).Where(i => Names(i, id)))
        {
            open.Push(i);
        }

        return Closed();
    }

    /// <summary>For counts of a side: the reports of its sources, and what the case is made of besides reports.</summary>
    public ImmutableArray<long> OfSide(string party)
    {
        Add(entry => IsGround(entry)
            || entry.Kind is EntryKind.Document or EntryKind.Truce or EntryKind.Statement or EntryKind.Conflict);
        // Nobody can see whether a content that is not here is of the side; how many there are stands in the answer.
        foreach (var stored in entries.Where(e => e.Entry.IsProtected && EntryKinds.IsOfCase(e.Entry.Kind) && contentOf(e) is null))
        {
            open.Push((int)stored.Index);
        }

        var sources = entries.Where(e => e.Entry.Item.Kind == EntryKind.Source && TextOf(e, "party") == party)
            .Select(e => TextOf(e, "id")).ToHashSet(StringComparer.Ordinal);
        foreach (var i in reports.SelectMany(r => r).Where(i => sources.Contains(TextOf(entries[i], "source"))))
        {
            open.Push(i);
        }

        return Closed();
    }

    private ILookup<string, int> ById(EntryKind kind) =>
        Enumerable.Range(0, entries.Count).Where(i => entries[i].Entry.Item.Kind == kind && IdOf(i) is not null).ToLookup(i => IdOf(i)!, StringComparer.Ordinal);

    // What every bundle stands on; and whatever the registrar set aside is shown in each, with the entry that says so.
    private static bool IsGround(Entry entry) => entry.Kind is EntryKind.Record or EntryKind.Key or EntryKind.Case or EntryKind.Place
        or EntryKind.Party or EntryKind.Source or EntryKind.Restriction or EntryKind.SetAside;

    private void Link(int from, int to) => (changes.TryGetValue(from, out var list) ? list : changes[from] = []).Add(to);

    // The content of an item: that under correction where the entry corrects one.
    private ReadOnlyMemory<byte>? Item(StoredEntry stored) =>
        contentOf(stored) is { } content ? ItemContents.ItemOf(stored.Entry.Kind, content) : null;

    private string? IdOf(int i) => TextOf(entries[i], "id");

    private string? TextOf(StoredEntry stored, string name) => Item(stored) is { } content ? BundleContent.Text(content, name) : null;

    // Detections name the reports beside which they were put, questions and replies those that they are about. Parts, attachments and findings name their report; claims that are
    // included in it, quote it or deny it do too.
    private bool Names(int i, string id) => entries[i].Entry.Item.Kind is EntryKind.Pin or EntryKind.Detection or EntryKind.Query or EntryKind.Reply
        ? Item(entries[i]) is { } item && BundleContent.Texts(item).Contains(id, StringComparer.Ordinal)
        : entries[i].Entry.Item.Kind is EntryKind.Report or EntryKind.Attachment or EntryKind.Finding or EntryKind.Step
        && ((string[])["part_of", "included_in", "quotes", "denies", "report"]).Any(
            name => TextOf(entries[i], name)?.Split(';', StringSplitOptions.TrimEntries).Contains(id) == true);

    private void Add(Func<Entry, bool> wanted)
    {
        foreach (var entry in entries.Where(e => wanted(e.Entry)))
        {
            open.Push((int)entry.Index);
        }
    }

    private ImmutableArray<long> Closed()
    {
        while (open.TryPop(out var next))
        {
            if (!chosen.Add(next))
            {
                continue;
            }

            foreach (var change in changes.GetValueOrDefault(next) ?? [])
            {
                open.Push(change);
            }

            if (Item(entries[next]) is { } content)
            {
                foreach (var report in BundleContent.Texts(content).SelectMany(text => reports[text]))
                {
                    open.Push(report);
                }

                // A reply comes with its question, and a question with its replies.
                foreach (var other in entries[next].Entry.Item.Kind switch
                {
                    EntryKind.Reply => queries[TextOf(entries[next], "query") ?? ""],
                    EntryKind.Query => Enumerable.Range(0, entries.Count).Where(i => entries[i].Entry.Item.Kind == EntryKind.Reply && TextOf(entries[i], "query") == IdOf(next)),
                    _ => [],
                })
                {
                    open.Push(other);
                }
            }
        }

        return [.. chosen.Select(i => entries[i].Index)];
    }
}
