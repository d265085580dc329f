using NodaTime;

namespace Holdfire.Record.Entries;

/// <summary>What an entry will say once it is signed.</summary>
/// <param name="Record">The origin of the record.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Submitter">The holder of the key.</param>
/// <param name="Key">The key.</param>
/// <param name="Made">When it is made; written to the second.</param>
/// <param name="Content">The canonical content, or null where it is protected.</param>
/// <param name="ContentHash">The SHA-256 of the content, or the commitment to it.</param>
/// <param name="Number">The running number of a report, or null.</param>
/// <param name="BindsCommitment">Whether the commitment is of the second form, which binds record and key.</param>
internal sealed record EntryDraft(
    string Record, EntryKind Kind, string Submitter, KeyId Key, Instant Made, ReadOnlyMemory<byte>? Content, string ContentHash, long? Number = null, bool BindsCommitment = false)
{
    /// <summary>The audience label of an entry that is sealed; empty for any other.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The salt of an entry that is sealed, 32 bytes; empty for any other.</summary>
    public ReadOnlyMemory<byte> Salt { get; init; }
}
