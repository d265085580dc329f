using System.Text.Json;
using Holdfire.Cli.Output;
using Holdfire.Record.Entries;
using Holdfire.Record.State;

namespace Holdfire.Cli.Commands.Records;

/// <summary>An entry in the JSON of the record commands.</summary>
internal static class EntryJson
{
    public static object Of(Ledger ledger, StoredEntry stored)
    {
        var (state, entry) = (ledger[stored.Index], stored.Entry);
        return new
        {
            stored.Index,
            leaf = Convert.ToHexStringLower(stored.Leaf.ToArray()),
            kind = EntryKinds.NameOf(entry.Kind),
            id = entry.Item.Id.Length > 0 ? entry.Item.Id : null,
            entry.Submitter,
            key = entry.Key.Value,
            made = Texts.Of(entry.Made),
            attributed_to = state.AttributedTo.Length > 0 ? state.AttributedTo : null,
            signed_by_source = RecordInput.IsBySource(ledger, stored.Index, entry.Key),
            @protected = entry.IsProtected,
            state.Standing,
            changed_by = state.ChangedBy >= 0 ? state.ChangedBy : (long?)null,
            erased_by = state.ErasedBy >= 0 ? state.ErasedBy : (long?)null,
            entry.ContentHash,
            content = entry.Content is { } content ? JsonSerializer.Deserialize<JsonElement>(content.Span) : (JsonElement?)null,
        };
    }
}
