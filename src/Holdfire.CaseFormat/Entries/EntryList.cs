using Holdfire.Record;
using Holdfire.Record.Bundles;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Protection;
using Holdfire.Record.State;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Entries in the order of the log, whether of a record or of a bundle; roots and changes in their states are places in it.</summary>
internal abstract class EntryList
{
    public abstract int Count { get; }

    public abstract KeyRing Keys { get; }

    public abstract EntryState StateAt(int place);

    public abstract Entry EntryAt(int place);

    /// <summary>The index in the log.</summary>
    public abstract long IndexOf(int place);

    /// <summary>The content of the item; null where it is protected and may not be seen here.</summary>
    public abstract ReadOnlyMemory<byte>? ItemAt(int place);

    /// <summary>Whether an item of this kind and id stands.</summary>
    public abstract bool Stands(EntryKind kind, string id);

    /// <summary>Where an entry stands, for messages.</summary>
    public abstract string Where(int place);

    /// <summary>The entries of a record.</summary>
    public sealed class OfRecord(RecordReader record, ContentFolder contents, bool withProtected) : EntryList
    {
        public override int Count => checked((int)record.Ledger.Count);

        public override KeyRing Keys => record.Ledger.Keys;

        public override EntryState StateAt(int place) => record.Ledger[place];

        public override Entry EntryAt(int place) => record.Entry(place).Entry;

        public override long IndexOf(int place) => place;

        public override ReadOnlyMemory<byte>? ItemAt(int place) => RecordCase.ContentOf(EntryAt(place), contents, withProtected);

        public override bool Stands(EntryKind kind, string id) => record.Ledger.Find(kind, id) is not null;

        public override string Where(int place) => FormattableString.Invariant($"entry {place}");
    }

    /// <summary>The entries of a bundle.</summary>
    public sealed class OfBundle(BundleContents bundle) : EntryList
    {
        private readonly HashSet<(EntryKind, string)> standing =
            [.. Enumerable.Range(0, bundle.Entries.Length).Where(i => bundle.States[i].Standing == Standing.Stands).Select(i => (bundle.States[i].Kind, bundle.Entries[i].Entry.Item.Id))];

        public override int Count => bundle.Entries.Length;

        public override KeyRing Keys => bundle.Keys;

        public override EntryState StateAt(int place) => bundle.States[place];

        public override Entry EntryAt(int place) => bundle.Entries[place].Entry;

        public override long IndexOf(int place) => bundle.Entries[place].Index;

        public override ReadOnlyMemory<byte>? ItemAt(int place) => EntryAt(place) is var entry && entry.Content is { } open
            ? ItemContents.ItemOf(entry.Kind, open)
            : bundle.Disclosed.TryGetValue(entry.ContentHash, out var disclosed) ? disclosed : null;

        public override bool Stands(EntryKind kind, string id) => standing.Contains((kind, id));

        public override string Where(int place) => BundleFiles.Entry(IndexOf(place));
    }
}
