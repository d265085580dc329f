using System.Globalization;
using System.Text.Json;
using Holdfire.Model;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The entries of a record that may not be handed on by the terms of their sources.</summary>
/// <remarks>
/// An item is of a source if any version of it is: its words are in the log whatever stands now. So no correction that names another source
/// carries words along that may not be handed on, and none makes the rest unreadable.
/// </remarks>
internal sealed class HandedOn
{
    // Members of the items of a case that name claims; a number of a statement has them too.
    private static readonly string[] Links = ["part_of", "included_in", "quotes", "denies", "report", "same", "not_same", "supports"];

    // What is read whole or not at all.
    private static readonly EntryKind[] Linked =
        [EntryKind.Report, EntryKind.Statement, EntryKind.Conflict, EntryKind.Pin, EntryKind.Detection, EntryKind.Finding, EntryKind.Attachment];

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);

    /// <summary>What is kept of these entries.</summary>
    /// <param name="case">The case that the record holds.</param>
    /// <param name="entries">Its entries, from index 0.</param>
    /// <param name="contentOf">The content of an entry; null where it is protected or erased.</param>
    public HandedOn(Case @case, IReadOnlyList<StoredEntry> entries, Func<StoredEntry, ReadOnlyMemory<byte>?> contentOf)
    {
        var sources = @case.Sources.Where(s => !s.MayBeHandedOn).Select(s => s.Id.Value).ToHashSet(StringComparer.Ordinal);
        Sources = string.Join(", ", sources);
        if (sources.Count == 0)
        {
            return;
        }

        var items = ItemsOf(entries, contentOf);
        Take(items.Where(i => i.Sources.Overlaps(sources)).ToList(), Entries);
        kept.UnionWith(items.Where(i => i.Entries.Exists(Entries.Contains)).SelectMany(i => i.Ids));
        var names = kept.ToHashSet(StringComparer.Ordinal);
        Take([.. items.Where(i => i.Kind == EntryKind.Attachment && i.Names.Overlaps(names))], Entries);

        // What names such a claim cannot be read without it, nor what names that.
        WithWhatNamesThem.UnionWith(Entries);
        for (var more = items; more.Count > 0;)
        {
            more = [.. items.Where(i => i.Names.Overlaps(names) && !i.Entries.TrueForAll(WithWhatNamesThem.Contains))];
            Take(more, WithWhatNamesThem);
            names.UnionWith(more.SelectMany(i => i.Ids));
        }
    }

    /// <summary>Their indexes: all versions of each item, with what changes them and what is attached.</summary>
    public HashSet<long> Entries { get; } = [];

    /// <summary>Their indexes, with those of items that cannot be read without them.</summary>
    public HashSet<long> WithWhatNamesThem { get; } = [];

    /// <summary>The sources, for messages.</summary>
    public string Sources { get; }

    public bool IsEmpty => Entries.Count == 0;

    /// <summary>Whether a report is among them.</summary>
    public bool IsKept(string report) => kept.Contains(report);

    private static void Take(List<Item> items, HashSet<long> to) => to.UnionWith(items.SelectMany(i => i.Entries));

    private static List<Item> ItemsOf(IReadOnlyList<StoredEntry> entries, Func<StoredEntry, ReadOnlyMemory<byte>?> contentOf)
    {
        var byLeaf = new Dictionary<MerkleHash, Item>();
        foreach (var stored in entries)
        {
            var (index, leaf, entry) = stored;
            var item = byLeaf[leaf] = entry.Item.Of is { } of && byLeaf.TryGetValue(of, out var first) ? first : new Item(entry.Item.Kind);
            item.Entries.Add(index);
            if (Linked.Contains(item.Kind) && entry.Kind is not (EntryKind.Withdrawal or EntryKind.Erasure or EntryKind.SetAside) && contentOf(stored) is { } content)
            {
                using var read = JsonDocument.Parse(ItemContents.ItemOf(entry.Kind, content));
                item.Read(read.RootElement, index);
            }
        }

        return [.. byLeaf.Values.Distinct()];
    }

    // All versions of an item, and the entries that take it back, erase it or set it aside.
    private sealed class Item(EntryKind kind)
    {
        public EntryKind Kind { get; } = kind;

        public List<long> Entries { get; } = [];

        public HashSet<string> Sources { get; } = new(StringComparer.Ordinal);

        /// <summary>What claims in it are called, each with the names that former versions have.</summary>
        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        /// <summary>The claims and statements that it names.</summary>
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public void Read(JsonElement content, long index)
        {
            // A file of such a source goes with its attachment.
            if (Kind is EntryKind.Report or EntryKind.Detection or EntryKind.Attachment)
            {
                Sources.UnionWith(Texts(content, "source"));
            }

            if (Kind == EntryKind.Conflict)
            {
                Names.UnionWith(Texts(content, "statement"));
            }

            if (Kind is EntryKind.Report or EntryKind.Statement)
            {
                Call(content, index);
            }

            foreach (var claim in (JsonElement[])[content, .. Maps(content, "quantities"), .. Maps(content, "accounts").SelectMany(a => Maps(a, "quantities"))])
            {
                Names.UnionWith(Links.SelectMany(name => Texts(claim, name)));
            }
        }

        private void Call(JsonElement content, long index)
        {
            foreach (var id in (string[])[.. Texts(content, "id"), .. Maps(content, "quantities").SelectMany(q => Texts(q, "id"))])
            {
                Ids.Add(id);
                Ids.Add(string.Create(CultureInfo.InvariantCulture, $"{id}@{index}"));
            }
        }

        private static IEnumerable<JsonElement> Maps(JsonElement map, string name) =>
            map.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.Object) : [];

        // A text, parted by semicolons, or each text of a list.
        private static IEnumerable<string> Texts(JsonElement map, string name) =>
            !map.TryGetProperty(name, out var value) ? []
            : value.ValueKind == JsonValueKind.String ? value.GetString()!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)
            : [];
    }
}
