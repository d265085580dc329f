using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary>An entry in the JSON of the record commands.</summary>
internal static class EntryJson
{
    /// <summary>The id of the item that an entry holds or changes; empty where it has none or is protected.</summary>
    public static string IdOf(RecordReader record, Entry entry) =>
        entry.Item.Id.Length == 0 && entry.Item.Of is { } of && record.Ledger.Find(of) is { } target ? record.Entry(target).Entry.Item.Id : entry.Item.Id;

    public static object Of(RecordReader record, StoredEntry stored, string? unread = null)
    {
        var (ledger, entry) = (record.Ledger, stored.Entry);
        var state = ledger[stored.Index];
        var of = entry.Item.Of is { } leaf ? ledger.Find(leaf) : null;
        return new
        {
            stored.Index,
            leaf = Convert.ToHexStringLower(stored.Leaf.ToArray()),
            kind = EntryKinds.NameOf(entry.Kind),
            id = IdOf(record, entry) is { Length: > 0 } id ? id : null,
            of,
            entry.Submitter,
            key = entry.Key.Value,
            made = Texts.Of(entry.Made),
            attributed_to = state.AttributedTo.Length > 0 ? state.AttributedTo : null,
            signed_by_source = RecordInput.IsBySource(ledger, stored.Index, entry.Key),
            @protected = entry.IsProtected,
            state.Standing,
            set_aside = unread,
            changed_by = state.ChangedBy >= 0 ? state.ChangedBy : (long?)null,
            erased_by = state.ErasedBy >= 0 ? state.ErasedBy : (long?)null,
            entry.ContentHash,
            content = entry.Content is { } content ? JsonSerializer.Deserialize<JsonElement>(content.Span) : (JsonElement?)null,
        };
    }
}
