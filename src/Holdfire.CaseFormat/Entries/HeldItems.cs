using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.CaseFormat.Entries;

/// <summary>What a record holds of each item, for an import to go by.</summary>
internal sealed class HeldItems
{
    /// <summary>What a record holds.</summary>
    /// <param name="record">The record.</param>
    /// <param name="contents">The files next to it; the private ones too, as far as they are here.</param>
    public HeldItems(RecordReader record, ContentFolder contents)
    {
        foreach (var stored in record.Entries().Where(e => EntryKinds.MayBeProtected(e.Entry.Item.Kind) && !record.IsErased(e.Index, e.Entry)))
        {
            Note(stored, record.Ledger[stored.Index], record, contents);
        }
    }

    /// <summary>The items that stand and that all may see.</summary>
    public Dictionary<(EntryKind Kind, string Id), HeldItem> Standing { get; } = [];

    /// <summary>The entries that withdrew, in the record and not by an import, items of which none stands.</summary>
    public Dictionary<(EntryKind Kind, string Id), long> Withdrawn { get; } = [];

    /// <summary>The entries of items that the registrar has set aside.</summary>
    public Dictionary<(EntryKind Kind, string Id), long> Aside { get; } = [];

    /// <summary>The entry that keeps an item of this name from being entered as a new one; null where none does.</summary>
    public long? InUse((EntryKind Kind, string Id) name) => Standing.TryGetValue(name, out var standing) ? standing.Index
        : Protected.TryGetValue(name, out var hidden) ? hidden
        : Aside.TryGetValue(name, out var aside) ? aside
        : !Withdrawn.ContainsKey(name) && ProtectedWithdrawn.TryGetValue(name, out var secret) ? secret : null;

    /// <summary>The entries that hold an item protected and not disclosed.</summary>
    public Dictionary<(EntryKind Kind, string Id), long> Protected { get; } = [];

    /// <summary>The entries that hold an item protected and not disclosed, and that were withdrawn.</summary>
    public Dictionary<(EntryKind Kind, string Id), long> ProtectedWithdrawn { get; } = [];

    /// <summary>When the source of a report published it, as the report says; empty where it does not, and for anything else.</summary>
    public static string PublishedOf(EntryKind kind, ReadOnlyMemory<byte> item)
    {
        if (kind != EntryKind.Report)
        {
            return "";
        }

        using var content = JsonDocument.Parse(item);
        return content.RootElement.TryGetProperty("published", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()! : "";
    }

    private static bool IsByImport(RecordReader record, long index)
    {
        using var content = JsonDocument.Parse(record.Entry(index).Entry.Content!.Value);
        return content.RootElement.TryGetProperty("import", out _);
    }

    private void Note(StoredEntry stored, EntryState state, RecordReader record, ContentFolder contents)
    {
        var (index, leaf, entry) = stored;
        var open = entry.Content ?? (entry.IsProtected ? contents.FindDisclosed(entry.ContentHash) : null)?.Content;
        if ((open ?? contents.Find(entry, withPrivate: true)?.Content) is not { } content)
        {
            return;
        }

        var item = entry.IsProtected ? ContentItem.Parse(entry.Kind, content) : entry.Item;
        var name = (item.Kind, item.Id);
        if (item.Id.Length == 0 && item.Kind != EntryKind.Case)
        {
            return;
        }

        switch (state.Standing)
        {
            case Holdfire.Record.State.Standing.Stands when open is null:
                Protected[name] = index;
                break;
            case Holdfire.Record.State.Standing.Stands:
                var isByPerson = entry.Kind == EntryKind.Correction && !IsByImport(record, index);
                var standing = ItemContents.ItemOf(entry.Kind, content);
                Standing[name] = new HeldItem(index, leaf, EntryBytes.HashOf(standing.Span), isByPerson, entry.IsProtected)
                {
                    Published = PublishedOf(item.Kind, standing),
                    Audience = entry.Audience,
                };
                Withdrawn.Remove(name);
                break;
            case Holdfire.Record.State.Standing.SetAside when item.Kind == EntryKind.Case && state.Root == index:
                // A head that is set aside leaves room for another.
                break;
            case Holdfire.Record.State.Standing.SetAside:
                Aside[name] = index;
                break;
            case Holdfire.Record.State.Standing.Withdrawn when open is null:
                ProtectedWithdrawn[name] = index;
                break;
            case Holdfire.Record.State.Standing.Withdrawn when !IsByImport(record, state.ChangedBy):
                Withdrawn[name] = state.ChangedBy;
                break;
        }
    }
}
