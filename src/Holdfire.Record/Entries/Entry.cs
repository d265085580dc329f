using NodaTime;

namespace Holdfire.Record.Entries;

/// <summary>One entry of a record: who put what in, signed by the submitter's key. See docs/record-format.md.</summary>
/// <remarks>
/// The submitter is who signs; the source to which a statement or report is attributed is content. The time is the
/// submitter's own word and proves nothing: what a log shows is the order of the entries.
/// </remarks>
public sealed record Entry
{
    /// <summary>The type and version that stand in every entry of this format.</summary>
    public const string Type = "holdfire/entry/1";

    /// <summary>The type and version of an entry that shows nothing but a commitment to one that is sealed.</summary>
    public const string SecondType = "holdfire/entry/2";

    /// <summary>The most bytes that an entry may have (C2SP tlog-tiles, entry bundles).</summary>
    public const int MostBytes = 65_535;

    /// <summary>The entry as it stands in the log, in canonical form; of what is unsealed, as it was sealed.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The origin of the record for which it was signed.</summary>
    public required string Record { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who submits it: the holder of the key.</summary>
    public required string Submitter { get; init; }

    /// <summary>The key that signs it.</summary>
    public required KeyId Key { get; init; }

    /// <summary>When the submitter says that it was made, to the second.</summary>
    public required Instant Made { get; init; }

    /// <summary>
    /// The content in canonical form, a JSON object; null where it is protected and the log holds a commitment alone.
    /// </summary>
    public required ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>What the content is about, as far as the record itself must know it.</summary>
    public required ContentItem Item { get; init; }

    /// <summary>The SHA-256 of the content, or the commitment to a protected one, in lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The Ed25519 signature, 64 bytes.</summary>
    public required ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>
    /// The running number of a report among those of its submitter for its source, from 1; null where the submitter counts none.
    /// </summary>
    public long? Number { get; init; }

    /// <summary>Where the member with the signature stands in <see cref="Bytes"/>, with the comma after it.</summary>
    internal Range SignatureMember { get; init; }

    /// <summary>
    /// Whether a commitment binds the record and the submitter's key, as all but those of the first form do; false where the content
    /// is open to all.
    /// </summary>
    public bool BindsCommitment { get; init; }

    /// <summary>Who may see it, as its submitter signed that: an audience label. Empty where it stands in the log for all to see, and where it is sealed.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Whether the log shows nothing of it but a commitment.</summary>
    public bool IsSealed => Kind == EntryKind.Sealed;

    /// <summary>Whether the log holds a commitment alone.</summary>
    public bool IsProtected => Content is null;
}
