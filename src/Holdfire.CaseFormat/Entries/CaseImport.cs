using System.Collections.Immutable;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Log;
using Holdfire.Record.Protection;
using Holdfire.Record.State;
using Holdfire.Views;
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
    private readonly Ledger counted;
    private readonly HeldItems held;
    private readonly HashSet<(EntryKind Kind, string Id)> seen = [];

    /// <summary>An import by the holder of this key.</summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="writer">Its writer.</param>
    /// <param name="key">The submitter's key.</param>
    /// <param name="now">The time that the entries give.</param>
    public CaseImport(RecordReader record, RecordWriter writer, SubmitterKey key, Instant now)
    {
        var whole = Whole(record);
        (this.writer, this.key, this.now, ledger, counted) = (writer, key, now, whole.Ledger, record.Ledger);
        held = new HeldItems(whole, new ContentFolder(record.Log.Folder));
    }

    /// <summary>Who may see an item that is entered: for all others it is sealed. What is sealed already stays for whom it is. All see all where it is left out.</summary>
    public Func<CaseItem, AudienceLabel> LabelOf { get; init; } = static _ => AudienceLabel.Public;

    /// <summary>What entering items would change, in their order, then what would be withdrawn; what is there as it is is left out.</summary>
    /// <param name="record">The record.</param>
    /// <param name="items">The items in order.</param>
    /// <param name="withdrawMissing">Whether items of the record that are not among them would be withdrawn.</param>
    /// <param name="key">The key of whoever would enter them; null to leave open what others hold.</param>
    public static ImmutableArray<ImportChange> Preview(RecordReader record, IEnumerable<CaseItem> items, bool withdrawMissing, KeyId? key = null)
    {
        record = Whole(record);
        var held = new HeldItems(record, new ContentFolder(record.Log.Folder));
        var seen = new HashSet<(EntryKind Kind, string Id)>();
        var changes = ImmutableArray.CreateBuilder<ImportChange>();
        foreach (var item in items)
        {
            var name = (item.Kind, ContentItem.Parse(item.Kind, item.Content).Id);
            seen.Add(name);
            if (ChangeOf(held, name, item, entry => IsOwn(record.Ledger, key, entry)) is { } change)
            {
                changes.Add(change);
            }
        }

        changes.AddRange(withdrawMissing
            ? Missing(held, seen).Where(m => IsOwn(record.Ledger, key, m.Value.Index)).Select(m => new ImportChange(m.Key.Kind, m.Key.Id, ImportEffect.Withdraw, m.Value.Index))
            : []);
        return changes.ToImmutable();
    }

    // With all that is sealed and lies here: what is there already is not entered again.
    private static RecordReader Whole(RecordReader record) => SealedEntries.Of(record.Log.Folder).Copy(record, static _ => true);

    // A key that is not registered is refused as such, whatever it would change.
    private static bool IsOwn(Ledger ledger, KeyId? key, long entry) =>
        key is not { } known || ledger.Keys.Find(known) is null || ledger.MayChange(known, entry);

    private static ImportChange? ChangeOf(HeldItems held, (EntryKind Kind, string Id) name, CaseItem item, Func<long, bool> isOwn)
    {
        ImportChange Change(ImportEffect effect, long? entry) => new(name.Kind, name.Id, effect, entry);
        if (held.Standing.TryGetValue(name, out var before))
        {
            return before.Hash == EntryBytes.HashOf(item.Content.Span) ? null
                : !isOwn(before.Index) ? Change(ImportEffect.LeaveOut, before.Index)
                : before.IsDisclosed ? Change(ImportEffect.ChangeDisclosed, before.Index)
                : Change(before.IsCorrectedByPerson ? ImportEffect.UndoCorrection : ImportEffect.Correct, before.Index);
        }

        return held.InUse(name) is { } other && !isOwn(other) ? Change(ImportEffect.LeaveOut, other)
            : held.Protected.TryGetValue(name, out var hidden) ? Change(ImportEffect.Publish, hidden)
            : held.Aside.ContainsKey(name) ? null
            : held.Withdrawn.TryGetValue(name, out var by) ? Change(ImportEffect.UndoWithdrawal, by)
            : held.ProtectedWithdrawn.TryGetValue(name, out var secret) ? Change(ImportEffect.PublishWithdrawn, secret)
            : Change(ImportEffect.Add, null);
    }

    private static IEnumerable<KeyValuePair<(EntryKind Kind, string Id), HeldItem>> Missing(HeldItems held, HashSet<(EntryKind Kind, string Id)> seen) =>
        held.Standing.Where(k => !seen.Contains(k.Key) && k.Key.Kind is not (EntryKind.Attachment or EntryKind.Finding or EntryKind.Parameters));

    /// <summary>How many bytes of entries go to the record at once. The log takes twice as many.</summary>
    public long PieceBytes { get; init; } = 128 << 20;

    /// <summary>Enters the items but those whose ids other submitters hold, which stop nothing: together or not at all where they are less than 128 MiB, else in pieces of that size.</summary>
    /// <param name="items">The items in order.</param>
    /// <param name="withdrawMissing">Whether items of the record that are not among them are withdrawn.</param>
    /// <param name="reason">Why corrections and withdrawals are made, in words.</param>
    /// <param name="source">The name of what is imported; corrections and withdrawals hold it, so that a later import can tell them from others.</param>
    /// <param name="progress">Is told the number of items gone through.</param>
    /// <param name="takenBack">Items that their sources took back; those that do not stand are passed over.</param>
    /// <exception cref="RecordException">An entry does not stand to the rules, or the log has stopped.</exception>
    /// <exception cref="FormatException">An item is larger than an entry may be.</exception>
    public async Task<ImportedItems> EnterAsync(
        IEnumerable<CaseItem> items, bool withdrawMissing, string reason, string source, Action<long>? progress = null,
        IReadOnlyCollection<TakenBack>? takenBack = null)
    {
        var (waiting, counts, through) = (new Piece(writer, PieceBytes), new ImportedItems(0, 0, 0, 0, 0), 0L);
        foreach (var item in items)
        {
            progress?.Invoke(++through);
            if (Make(item, reason, source, ref counts) is { } entry)
            {
                await waiting.AddAsync(entry).ConfigureAwait(false);
            }
        }

        foreach (var gone in takenBack ?? [])
        {
            if (held.Standing.TryGetValue((gone.Kind, gone.Id), out var standing) && IsOwn(ledger, key.Id, standing.Index))
            {
                await waiting.AddAsync(Signed(EntryKind.Withdrawal, ItemContents.Change(standing.Leaf, reason, gone.Published, source), standing.Audience)).ConfigureAwait(false);
            }
        }

        var missing = Missing(held, seen).Select(m => m.Value).ToImmutableArray();
        var withdrawn = withdrawMissing ? missing.Where(m => IsOwn(ledger, key.Id, m.Index)).ToImmutableArray() : [];
        foreach (var gone in withdrawn)
        {
            await waiting.AddAsync(Signed(EntryKind.Withdrawal, ItemContents.Change(gone.Leaf, reason, import: source), gone.Audience)).ConfigureAwait(false);
        }

        await waiting.AppendAsync().ConfigureAwait(false);
        return counts with { Missing = missing.Length, Withdrawn = withdrawn.Length };
    }

    private (Entry Entry, SealedEntry? Sealed)? Make(CaseItem item, string reason, string source, ref ImportedItems counts)
    {
        var id = ContentItem.Parse(item.Kind, item.Content).Id;
        var hash = EntryBytes.HashOf(item.Content.Span);
        var before = held.Standing.GetValueOrDefault((item.Kind, id));
        seen.Add((item.Kind, id));
        if (before?.Hash != hash && held.InUse((item.Kind, id)) is { } other && !IsOwn(ledger, key.Id, other))
        {
            counts = counts with { LeftOut = counts.LeftOut + 1 };
            return null;
        }

        if (before?.Hash == hash || (before is null && held.Aside.ContainsKey((item.Kind, id))))
        {
            counts = counts with { Present = counts.Present + 1 };
            return null;
        }

        var label = before?.Audience is { Length: > 0 } own ? own : LabelOf(item) is var wanted && wanted != AudienceLabel.Public ? wanted.ToString() : "";
        counts = before is null ? counts with { Added = counts.Added + 1 } : counts with { Corrected = counts.Corrected + 1 };
        counts = label.Length == 0 ? counts : counts with { Sealed = counts.Sealed.SetItem(label, counts.Sealed.GetValueOrDefault(label) + 1) };
        return before is null
            ? Signed(item.Kind, item.Content, label, label.Length == 0 ? NumberOf(item) : null)
            : Signed(EntryKind.Correction, ItemContents.Correction(before.Leaf, item.Kind, item.Content, reason, ChangedAt(before, item), source), label);
    }

    private (Entry Entry, SealedEntry? Sealed) Signed(EntryKind kind, ReadOnlyMemory<byte> content, string label, long? number = null)
    {
        if (label.Length == 0)
        {
            return (key.Sign(writer.Origin, kind, content, now, number), null);
        }

        var hidden = key.Seal(writer.Origin, kind, content, now, label);
        return (hidden.Committed, hidden);
    }

    // A report with a later publication is its source's own revision: until then the first number was what was known. Any other change
    // mends what was entered.
    private static string ChangedAt(HeldItem before, CaseItem item)
    {
        if (item.ChangedAt.Length > 0)
        {
            return item.ChangedAt;
        }

        var published = HeldItems.PublishedOf(item.Kind, item.Content);
        return InstantText.TryParse(before.Published, out var first) && InstantText.TryParse(published, out var then) && then > first ? published : "";
    }

    // Reports of each source are counted on, so that whoever sees some of them sees that there are others.
    private long? NumberOf(CaseItem item)
    {
        if (item.Kind != EntryKind.Report || ContentItem.Parse(item.Kind, item.Content).AttributedTo is not { Length: > 0 } source)
        {
            return null;
        }

        return numbers[source] = (numbers.TryGetValue(source, out var last) ? last : counted.LastNumber(key.Holder, source)) + 1;
    }

    /// <summary>Entries that wait to be appended together.</summary>
    private sealed class Piece(RecordWriter writer, long most)
    {
        private readonly List<Entry> entries = [];
        private readonly List<SealedEntry> hidden = [];
        private long bytes;

        public async Task AddAsync((Entry Entry, SealedEntry? Sealed) made)
        {
            entries.Add(made.Entry);
            if (made.Sealed is { } one)
            {
                hidden.Add(one);
            }

            bytes += (made.Sealed?.Entry ?? made.Entry).Bytes.Length;
            if (bytes >= most)
            {
                await AppendAsync(writer.AppendPartAsync).ConfigureAwait(false);
            }
        }

        public Task AppendAsync() => AppendAsync(writer.AppendManyAsync);

        private async Task AppendAsync(Func<IReadOnlyList<Entry>, IReadOnlyList<SealedEntry>, Func<string, bool>, CancellationToken, Task<LogReceipt>> append)
        {
            if (entries.Count > 0)
            {
                // Whoever sees all that is sealed here must be able to read it.
                await append([.. entries], [.. hidden], static _ => true, CancellationToken.None).ConfigureAwait(false);
                entries.Clear();
                hidden.Clear();
                bytes = 0;
            }
        }
    }
}
