using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.State;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Enters items into a record: what is new as entries, what has changed as corrections, what is there already not at all.</summary>
public sealed class CaseImport
{
    private readonly RecordWriter writer;
    private readonly SubmitterKey key;
    private readonly Instant now;
    private readonly Dictionary<string, long> numbers = new(StringComparer.Ordinal);
    private readonly Ledger ledger;
    private readonly Dictionary<(EntryKind Kind, string Id), Known> known = [];
    private readonly Dictionary<(EntryKind Kind, string Id), Known> seen = [];

    /// <summary>An import by the holder of this key.</summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="writer">Its writer.</param>
    /// <param name="key">The submitter's key.</param>
    /// <param name="now">The time that the entries give.</param>
    public CaseImport(RecordReader record, RecordWriter writer, SubmitterKey key, Instant now)
    {
        (this.writer, this.key, this.now, ledger) = (writer, key, now, record.Ledger);
        foreach (var stored in record.Entries())
        {
            var state = record.Ledger[stored.Index];
            if (state.Standing == Standing.Stands && stored.Entry.Content is { } content && stored.Entry.Item is { } item &&
                (item.Id.Length > 0 || item.Kind == EntryKind.Case))
            {
                known[(item.Kind, item.Id)] = new Known(stored.Leaf, EntryBytes.HashOf(ItemContents.ItemOf(stored.Entry.Kind, content).Span));
            }
        }
    }

    /// <summary>How many bytes of entries go to the record at once. The log takes twice as many.</summary>
    public long PieceBytes { get; init; } = 128 << 20;

    private sealed record Known(MerkleHash Leaf, string Hash);

    /// <summary>Enters the items, together or not at all where they are less than 128 MiB, else in pieces of that size.</summary>
    /// <param name="items">The items in order.</param>
    /// <param name="withdrawMissing">Whether items of the record that are not among them are withdrawn.</param>
    /// <param name="reason">Why corrections and withdrawals are made, in words.</param>
    /// <param name="progress">Is told the number of items gone through.</param>
    /// <exception cref="RecordException">An entry does not stand to the rules, or the log has stopped.</exception>
    /// <exception cref="FormatException">An item is larger than an entry may be.</exception>
    public async Task<ImportedItems> EnterAsync(
        IEnumerable<CaseItem> items, bool withdrawMissing, string reason, Action<long>? progress = null)
    {
        var (waiting, counts, through) = (new Piece(writer, PieceBytes), new ImportedItems(0, 0, 0, 0, 0), 0L);
        foreach (var item in items)
        {
            progress?.Invoke(++through);
            if (Make(item, reason, ref counts) is { } entry)
            {
                await waiting.AddAsync(entry).ConfigureAwait(false);
            }
        }

        var missing = known.Where(k => !seen.ContainsKey(k.Key) && k.Key.Kind is not (EntryKind.Attachment or EntryKind.Finding or EntryKind.Parameters))
            .Select(k => k.Value).ToImmutableArray();
        foreach (var gone in withdrawMissing ? missing : [])
        {
            await waiting.AddAsync(key.Sign(writer.Origin, EntryKind.Withdrawal, ItemContents.Change(gone.Leaf, reason), now)).ConfigureAwait(false);
        }

        await waiting.AppendAsync().ConfigureAwait(false);
        return counts with { Missing = missing.Length, Withdrawn = withdrawMissing ? missing.Length : 0 };
    }

    private Entry? Make(CaseItem item, string reason, ref ImportedItems counts)
    {
        var id = ContentItem.Parse(item.Kind, item.Content).Id;
        var hash = EntryBytes.HashOf(item.Content.Span);
        var before = known.GetValueOrDefault((item.Kind, id));
        seen[(item.Kind, id)] = before!;
        if (before?.Hash == hash)
        {
            counts = counts with { Present = counts.Present + 1 };
            return null;
        }

        counts = before is null ? counts with { Added = counts.Added + 1 } : counts with { Corrected = counts.Corrected + 1 };
        return before is null
            ? key.Sign(writer.Origin, item.Kind, item.Content, now, NumberOf(item))
            : key.Sign(writer.Origin, EntryKind.Correction, ItemContents.Correction(before.Leaf, item.Kind, item.Content, reason), now);
    }

    // Reports of each source are counted on, so that whoever sees some of them sees that there are others.
    private long? NumberOf(CaseItem item)
    {
        if (item.Kind != EntryKind.Report || ContentItem.Parse(item.Kind, item.Content).AttributedTo is not { Length: > 0 } source)
        {
            return null;
        }

        return numbers[source] = (numbers.TryGetValue(source, out var last) ? last : ledger.LastNumber(key.Holder, source)) + 1;
    }

    /// <summary>Entries that wait to be appended together.</summary>
    private sealed class Piece(RecordWriter writer, long most)
    {
        private readonly List<Entry> entries = [];
        private long bytes;

        public async Task AddAsync(Entry entry)
        {
            entries.Add(entry);
            bytes += entry.Bytes.Length;
            if (bytes >= most)
            {
                await AppendAsync().ConfigureAwait(false);
            }
        }

        public async Task AppendAsync()
        {
            if (entries.Count > 0)
            {
                await writer.AppendManyAsync([.. entries]).ConfigureAwait(false);
                entries.Clear();
                bytes = 0;
            }
        }
    }
}
