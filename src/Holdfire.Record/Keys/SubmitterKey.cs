using System.Buffers;
using System.Security.Cryptography;
using Holdfire.Record.Entries;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using NodaTime;

namespace Holdfire.Record.Keys;

/// <summary>The Ed25519 key (RFC 8032) with which a holder signs entries.</summary>
/// <remarks>
/// It is kept as a signing key for notes is, under the holder's name. What an entry's signature is over begins with the type of
/// the entry, a text with which no checkpoint begins.
/// </remarks>
public sealed class SubmitterKey : IDisposable
{
    private readonly NoteSigner signer;

    /// <summary>The key in a signer of the kind Ed25519; disposed with this.</summary>
    public SubmitterKey(NoteSigner signer)
    {
        this.signer = signer;
        PublicKey = [.. signer.Verifier.PublicKey];
        Id = KeyId.Of(PublicKey);
    }

    /// <summary>Who holds it.</summary>
    public string Holder => signer.Verifier.Name;

    /// <summary>Its id.</summary>
    public KeyId Id { get; }

    /// <summary>The public key, 32 bytes.</summary>
    public byte[] PublicKey { get; }

    /// <summary>A new key from the system's randomness.</summary>
    public static SubmitterKey Generate(string holder) => new(NoteSigner.Generate(holder, SignatureKind.Ed25519));

    /// <summary>The key of a seed of 32 bytes.</summary>
    public static SubmitterKey FromSeed(string holder, ReadOnlySpan<byte> seed) =>
        new(NoteSigner.FromSeed(holder, SignatureKind.Ed25519, seed));

    /// <summary>Signs an entry whose content everyone may see.</summary>
    /// <param name="record">The origin of the record.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="content">Its content in canonical form.</param>
    /// <param name="made">The time; kept to the second.</param>
    /// <param name="number">The running number of a report among those of this holder for its source; null for none.</param>
    /// <exception cref="FormatException">The content is none of its kind, or the entry would be larger than an entry may be.</exception>
    public Entry Sign(string record, EntryKind kind, ReadOnlyMemory<byte> content, Instant made, long? number = null) =>
        Sign(new EntryDraft(record, kind, Holder, Id, made, content, EntryBytes.HashOf(content.Span), number));

    /// <summary>Signs an entry that holds the commitment to a protected content alone.</summary>
    /// <param name="record">The origin of the record.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="commitment">The commitment.</param>
    /// <param name="made">The time; kept to the second.</param>
    /// <param name="binds">Whether the commitment is of the second form; a writer takes no new one of the first.</param>
    /// <exception cref="FormatException">Entries of the kind may not be protected.</exception>
    public Entry SignProtected(string record, EntryKind kind, string commitment, Instant made, bool binds = true) =>
        Sign(new EntryDraft(record, kind, Holder, Id, made, null, commitment, BindsCommitment: binds));

    /// <summary>Signs an entry that only some may see, with a new salt from the system's randomness.</summary>
    /// <param name="record">The origin of the record.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="content">Its content in canonical form.</param>
    /// <param name="made">The time; kept to the second.</param>
    /// <param name="audience">Who may see it: an audience label other than <c>public</c>.</param>
    /// <exception cref="FormatException">The content is none of its kind, the kind may not be sealed, or the entry would be larger than an entry may be.</exception>
    public SealedEntry Seal(string record, EntryKind kind, ReadOnlyMemory<byte> content, Instant made, string audience) =>
        Seal(record, kind, content, made, audience, RandomNumberGenerator.GetBytes(SealedEntry.SaltLength));

    /// <summary>The same with a salt that is given, for tests that must give the same bytes.</summary>
    internal SealedEntry Seal(string record, EntryKind kind, ReadOnlyMemory<byte> content, Instant made, string audience, ReadOnlyMemory<byte> salt)
    {
        var draft = new EntryDraft(record, kind, Holder, Id, made, content, EntryBytes.HashOf(content.Span)) { Audience = audience, Salt = salt };
        return SealedEntry.Read(Bytes(draft), out var error) ?? throw new MalformedException(error!);
    }

    /// <inheritdoc/>
    public void Dispose() => signer.Dispose();

    private Entry Sign(EntryDraft draft) =>
        EntryBytes.TryParse(Bytes(draft), out var entry, out var error) ? entry! : throw new MalformedException(error!);

    private byte[] Bytes(EntryDraft draft)
    {
        var to = new ArrayBufferWriter<byte>(1024);
        EntryBytes.WriteSigned(to, EntryBytes.Write(draft, []), draft.Audience.Length > 0);
        return EntryBytes.Write(draft, signer.SignBytes(to.WrittenSpan));
    }
}
