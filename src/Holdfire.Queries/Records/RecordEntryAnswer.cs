using System.Text.Json;
using Holdfire.Record;
using Holdfire.Record.Entries;
using Holdfire.Record.State;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>An entry of a record, and what has become of it.</summary>
public sealed record RecordEntryAnswer
{
    /// <summary>Its index in the log, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>Its leaf hash (RFC 6962) in lower-case hex.</summary>
    public required string Leaf { get; init; }

    /// <summary>What it is: <c>report</c>, <c>correction</c>, <c>withdrawal</c> and so on.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of the item that it holds or changes; null where it has none or is protected.</summary>
    public string? Id { get; init; }

    /// <summary>The index of the entry that it changes; null where it changes none.</summary>
    public long? Of { get; init; }

    /// <summary>Who signed it: the holder of the key.</summary>
    public required string Submitter { get; init; }

    /// <summary>The id of the key that signed it.</summary>
    public required string Key { get; init; }

    /// <summary>When it was signed, by the submitter's clock, which nobody vouches for.</summary>
    public Instant Made { get; init; }

    /// <summary>The id of the source whose words it holds; null where it holds none's.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Whether the key speaks in the name of that source.</summary>
    public bool SignedBySource { get; init; }

    /// <summary>Whether the log holds a commitment to its content and not the content.</summary>
    public bool Protected { get; init; }

    /// <summary>What has become of it.</summary>
    public Standing Standing { get; init; }

    /// <summary>Why the reader left it out of the case; null where it did not.</summary>
    public string? SetAside { get; init; }

    /// <summary>The index of the entry that corrected it, withdrew it or set it aside; null where none did.</summary>
    public long? ChangedBy { get; init; }

    /// <summary>The index of the entry that says that its content was destroyed; null where none does.</summary>
    public long? ErasedBy { get; init; }

    /// <summary>The SHA-256 of its content in lower-case hex; of a protected one the commitment.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Its content as it was signed; null where that is protected.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>The answer about an entry.</summary>
    /// <param name="record">The record, at the size at which it is seen.</param>
    /// <param name="stored">The entry.</param>
    /// <param name="setAside">Why the reader left it out of the case; null where it did not.</param>
    /// <exception cref="RecordException">The entry cannot be read.</exception>
    public static RecordEntryAnswer About(RecordReader record, StoredEntry stored, string? setAside = null)
    {
        var (ledger, entry) = (record.Ledger, stored.Entry);
        var state = ledger[stored.Index];
        return new RecordEntryAnswer
        {
            Index = stored.Index,
            Leaf = Convert.ToHexStringLower(stored.Leaf.ToArray()),
            Kind = EntryKinds.NameOf(entry.Kind),
            Id = EntryWords.IdOf(record, entry) is { Length: > 0 } id ? id : null,
            Of = entry.Item.Of is { } leaf ? ledger.Find(leaf) : null,
            Submitter = entry.Submitter,
            Key = entry.Key.Value,
            Made = entry.Made,
            AttributedTo = state.AttributedTo.Length > 0 ? state.AttributedTo : null,
            SignedBySource = EntryWords.IsBySource(ledger, stored.Index, entry.Key),
            Protected = entry.IsProtected,
            Standing = state.Standing,
            SetAside = setAside,
            ChangedBy = state.ChangedBy >= 0 ? state.ChangedBy : null,
            ErasedBy = state.ErasedBy >= 0 ? state.ErasedBy : null,
            ContentHash = entry.ContentHash,
            Content = entry.Content is { } content ? JsonSerializer.Deserialize<JsonElement>(content.Span) : null,
        };
    }
}
