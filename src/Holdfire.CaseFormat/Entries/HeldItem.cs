using Holdfire.Record.Tlog;

namespace Holdfire.CaseFormat.Entries;

/// <summary>An item that stands in a record.</summary>
/// <param name="Index">The index of its entry.</param>
/// <param name="Leaf">The leaf hash of that entry.</param>
/// <param name="Hash">The SHA-256 of its canonical content.</param>
/// <param name="IsCorrectedByPerson">Whether it is a correction that was made in the record, and not by an import.</param>
/// <param name="IsDisclosed">Whether it was protected and is disclosed: then it cannot be corrected.</param>
internal sealed record HeldItem(long Index, MerkleHash Leaf, string Hash, bool IsCorrectedByPerson, bool IsDisclosed)
{
    /// <summary>When its source published it, as the report says; empty where it does not, and for anything else.</summary>
    public string Published { get; init; } = "";

    /// <summary>The audience label of its entry, where that is sealed; else empty.</summary>
    public string Audience { get; init; } = "";
}
