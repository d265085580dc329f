using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Views;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Entries in the order of the log, whether of a record or of a bundle; roots and changes in their states are places in it.</summary>
internal abstract class EntryList
{
    private HashSet<(EntryKind, string)>? shown;

    public abstract int Count { get; }

    public abstract KeyRing Keys { get; }

    public abstract EntryState StateAt(int place);

    public abstract Entry EntryAt(int place);

    /// <summary>How many protected contents the case would go by and is without, since they are not here.</summary>
    public abstract int Withheld { get; }

    /// <summary>The index in the log.</summary>
    public abstract long IndexOf(int place);

    /// <summary>The content of the item; null where it is protected and may not be seen here, or is erased.</summary>
    public abstract ReadOnlyMemory<byte>? ItemAt(int place);

    /// <summary>Where an entry stands, for messages.</summary>
    public abstract string Where(int place);

    /// <summary>The place of the open entry that has this kind and id in use, or null.</summary>
    protected abstract int? InUse(EntryKind kind, string id);

    /// <summary>The versions that stand without entries of these names.</summary>
    public ItemVersions Versions(IReadOnlySet<string> aside) => new(Count, StateAt, place => aside.Count > 0 && aside.Contains(Where(place)));

    /// <summary>Whether an item of this kind and id stands, also one that is protected and may be seen here.</summary>
    public bool Stands(EntryKind kind, string id, ItemVersions versions) =>
        (InUse(kind, id) is { } place && versions.Of(place) is not null) || (shown ??= Shown()).Contains((kind, id));

    /// <summary>An entry, or a line of one, that a reader leaves out.</summary>
    public SetAsideEntry Left(int place, string reason) =>
        new(IndexOf(place), EntryKinds.NameOf(StateAt(place).Kind), EntryAt(place).Item.Id, SetAsideBy.Reader, reason);

    private HashSet<(EntryKind, string)> Shown() =>
    [
        .. Enumerable.Range(0, Count).Where(p => StateAt(p) is { Protected: true, Standing: Standing.Stands })
            .Select(p => (StateAt(p).Kind, ItemAt(p) is { } content ? IdOf(content) : "")),
    ];

    private static string IdOf(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        return ClaimIds.IdOf(document.RootElement);
    }

    /// <summary>The entries of a record.</summary>
    public sealed class OfRecord(RecordReader record, ContentFolder contents, bool withProtected) : EntryList
    {
        public override int Count => checked((int)record.Ledger.Count);

        public override KeyRing Keys => record.Ledger.Keys;

        public override int Withheld => Enumerable.Range(0, Count).Count(place => WithheldContent.Bears(StateAt(place), by => EntryAt((int)by))
            && !record.IsErased(place, EntryAt(place)) && ItemAt(place) is null);

        public override EntryState StateAt(int place) => record.Ledger[place];

        public override Entry EntryAt(int place) => record.Entry(place).Entry;

        public override long IndexOf(int place) => place;

        public override ReadOnlyMemory<byte>? ItemAt(int place) => RecordCase.ContentOf(record, record.Entry(place), contents, withProtected);

        public override string Where(int place) => EntryName.Of(place);

        protected override int? InUse(EntryKind kind, string id) => (int?)record.Ledger.FindInUse(kind, id);
    }

    /// <summary>The entries of a bundle.</summary>
    public sealed class OfBundle : EntryList
    {
        private readonly BundleContents bundle;
        private readonly Dictionary<(EntryKind, string), int> inUse = [];

        public OfBundle(BundleContents bundle)
        {
            this.bundle = bundle;
            for (var place = 0; place < Count; place++)
            {
                if (!StateAt(place).Protected && StateAt(place).Standing is Standing.Stands or Standing.SetAside)
                {
                    inUse[(StateAt(place).Kind, EntryAt(place).Item.Id)] = place;
                }
            }
        }

        public override int Count => bundle.Entries.Length;

        public override KeyRing Keys => bundle.Keys;

        public override int Withheld => bundle.Withheld;

        public override EntryState StateAt(int place) => bundle.States[place];

        public override Entry EntryAt(int place) => bundle.Entries[place].Entry;

        public override long IndexOf(int place) => bundle.Entries[place].Index;

        public override ReadOnlyMemory<byte>? ItemAt(int place) => EntryAt(place) is var entry && entry.Content is { } open
            ? ItemContents.ItemOf(entry.Kind, open)
            : StateAt(place).ErasedBy < 0 && bundle.Disclosed.TryGetValue(entry.ContentHash, out var disclosed) ? disclosed : (ReadOnlyMemory<byte>?)null;

        public override string Where(int place) => BundleFiles.Entry(IndexOf(place));

        protected override int? InUse(EntryKind kind, string id) => inUse.TryGetValue((kind, id), out var place) ? place : null;
    }
}
