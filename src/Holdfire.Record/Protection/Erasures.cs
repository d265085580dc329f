using Holdfire.Record.Entries;
using Holdfire.Record.Keys;
using Holdfire.Record.Tlog;

namespace Holdfire.Record.Protection;

/// <summary>Looks at erasures before they are carried out: nothing is destroyed for an entry that the log would refuse.</summary>
internal static class Erasures
{
    /// <summary>What speaks against an erasure as the next entry; null where nothing does.</summary>
    public static Error? Refusal(RecordReader record, Entry erasure)
    {
        if (erasure.Kind != EntryKind.Erasure)
        {
            return RecordError.Of("an erasure", $"the kind {EntryKinds.NameOf(erasure.Kind)}");
        }

        var leaf = MerkleHash.OfLeaf(erasure.Bytes.Span);
        var error = record.Ledger.Try(erasure, leaf, out var key);
        return error is not null ? error
            : !EntrySignature.IsBy(erasure, key!) ? RecordError.Of($"a signature by {erasure.Submitter}'s key {erasure.Key}", "another")
            : Copied(record, record.Ledger.Find(erasure.Item.Of!.Value)!.Value);
    }

    /// <summary>The erasures that were begun and not finished, as far as the log has them or would take them.</summary>
    public static IEnumerable<Entry> Pending(ContentFolder contents, RecordReader record)
    {
        foreach (var path in contents.PendingErasures)
        {
            if (EntryBytes.TryParse(File.ReadAllBytes(path), out var erasure, out _) &&
                (record.Ledger.Find(MerkleHash.OfLeaf(erasure!.Bytes.Span)) is not null || Refusal(record, erasure) is null))
            {
                yield return erasure;
            }
        }
    }

    // Entries of the first form of commitment can repeat the commitment of another, and only the first one's content is behind it.
    private static Error? Copied(RecordReader record, long index)
    {
        var hash = record.Entry(index).Entry.ContentHash;
        return record.Entries().FirstOrDefault(e => e.Entry.IsProtected && e.Entry.ContentHash == hash) is { } first && first.Index != index
            ? RecordError.Of("an entry with a commitment of its own", FormattableString.Invariant($"entry {index}, which repeats that of entry {first.Index}"))
            : null;
    }
}
