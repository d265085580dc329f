using System.Security.Cryptography;
using Holdfire.Record.Entries;
using PublicKey = NSec.Cryptography.PublicKey;

namespace Holdfire.Record.Protection;

/// <summary>An entry that only some may see: the log holds a commitment to it, of one length and with no word of who, what or when.</summary>
/// <remarks>
/// What is committed to is the whole entry, signed, with its audience label and a salt. The commitment is the SHA-256 of
/// <c>holdfire/entry/2</c>, a line feed and the file in which the entry is kept. Since what is signed names another type than an open entry does,
/// nobody who is shown it can put it into a log for all to see.
/// </remarks>
public sealed class SealedEntry
{
    /// <summary>The type and version that stand in what is sealed.</summary>
    public const string Type = "holdfire/sealed/1";

    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    private PublicKey? signedBy;

    private SealedEntry(Entry entry)
    {
        Entry = entry;
        Commitment = CommitmentOf(entry.Bytes.Span);
        if (!EntryBytes.TryParse(EntryBytes.WriteCommitted(entry.Record, Commitment), out var committed, out var error))
        {
            throw new MalformedException(error!);
        }

        Committed = committed!;
    }

    /// <summary>The entry; its <see cref="Entries.Entry.Bytes"/> are the file in which it is kept.</summary>
    public Entry Entry { get; }

    /// <summary>What the log holds: the entry with the commitment.</summary>
    public Entry Committed { get; }

    /// <summary>The commitment in lower-case hex.</summary>
    public string Commitment { get; }

    /// <summary>Reads what is kept of such an entry; null, with an error, where it is none or not in the canonical form.</summary>
    public static SealedEntry? Read(ReadOnlyMemory<byte> file, out Error? error) =>
        EntryBytes.TryParseSealed(file, out var entry, out error) ? new SealedEntry(entry!) : null;

    /// <summary>Whether it is signed by this key. Asked again for the same key, it is not worked out again.</summary>
    public bool IsSignedBy(PublicKey key)
    {
        if (signedBy is { } known && known.Equals(key))
        {
            return true;
        }

        var isSigned = Keys.EntrySignature.IsBy(Entry, key);
        signedBy = isSigned ? key : signedBy;
        return isSigned;
    }

    private static string CommitmentOf(ReadOnlySpan<byte> file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("holdfire/entry/2\n"u8);
        hash.AppendData(file);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
