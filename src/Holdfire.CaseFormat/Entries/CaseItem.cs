using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>One item of a case as an entry of a record holds it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Content">The keys and texts of the case format as canonical JSON.</param>
/// <param name="Where">Where it stands, for messages: a file, or an entry of a record.</param>
public sealed record CaseItem(EntryKind Kind, ReadOnlyMemory<byte> Content, string Where)
{
    /// <summary>When the source itself published this version in place of an earlier one, an instant in UTC; blank where it did not.</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who signed it, of a step; else nobody.</summary>
    internal Signer Signer { get; init; } = Signer.None;
}
