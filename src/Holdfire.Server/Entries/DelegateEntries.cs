using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Model;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;

namespace Holdfire.Server.Entries;

/// <summary>What a delegate may send: what the own party says, and changes of that, each signed by a key that speaks for the party alone.</summary>
/// <remarks>Steps, pins, truces, sources and the like are the mission's work, whoever holds a key.</remarks>
/// <param name="party">The party that the delegate speaks for.</param>
/// <param name="sources">The sources of the case.</param>
internal sealed class DelegateEntries(PartyId party, ImmutableArray<Source> sources)
{
    private readonly FrozenSet<string> own = sources.Where(s => s.Party == party).Select(s => s.Id.Value).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether all entries of a request are such.</summary>
    public bool Has(ImmutableArray<Entry> entries, RecordReader record)
    {
        var sent = entries.DistinctBy(LeafOf).ToDictionary(LeafOf);
        return entries.All(e => IsSignedByOwn(e, record.Ledger.Keys) && e.Kind switch
        {
            EntryKind.Correction => IsOwnWord(e) && Changed(e) is { } changed && IsOwnWord(changed),
            EntryKind.Withdrawal => Changed(e) is { } withdrawn && IsOwnWord(withdrawn),
            _ => IsOwnWord(e),
        });

        Entry? Changed(Entry change) => change.Item.Of is not { } of ? null
            : record.Ledger.Find(of) is { } index ? record.Entry(index).Entry : sent.GetValueOrDefault(of);
    }

    private static MerkleHash LeafOf(Entry entry) => MerkleHash.OfLeaf(entry.Bytes.Span);

    // Whether the key is still in use, and the signature good, is for the record to say.
    private bool IsSignedByOwn(Entry entry, KeyRing keys) => keys.Find(entry.Key) is { SpeaksAs: { Length: > 0 } speaks } && speaks.All(own.Contains);

    private bool IsOwnWord(Entry entry) => (entry.Item.Kind, entry.Content) switch
    {
        (EntryKind.Report or EntryKind.Statement, not null) => own.Contains(entry.Item.AttributedTo),
        (EntryKind.Reply, { } content) => PartyOf(ItemContents.ItemOf(entry.Kind, content)) == party.Value,
        _ => false,
    };

    private static string? PartyOf(ReadOnlyMemory<byte> reply)
    {
        using var document = JsonDocument.Parse(reply);
        return document.RootElement.TryGetProperty("party", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
    }
}
