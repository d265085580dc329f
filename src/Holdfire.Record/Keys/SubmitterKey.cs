using System.Buffers;
using Holdfire.Record.Entries;
using NodaTime;
using NSec.Cryptography;

namespace Holdfire.Record.Keys;

/// <summary>The Ed25519 key (RFC 8032) with which a holder signs entries.</summary>
public sealed class SubmitterKey : IDisposable
{
    private readonly Key key;

    private SubmitterKey(string holder, Key key)
    {
        this.key = key;
        Holder = holder;
        PublicKey = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        Id = KeyId.Of(PublicKey);
    }

    /// <summary>Who holds it.</summary>
    public string Holder { get; }

    /// <summary>Its id.</summary>
    public KeyId Id { get; }

    /// <summary>The public key, 32 bytes.</summary>
    public byte[] PublicKey { get; }

    /// <summary>A new key from the system's randomness.</summary>
    public static SubmitterKey Generate(string holder) => new(holder, Key.Create(
        SignatureAlgorithm.Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }));

    /// <summary>The key of a seed.</summary>
    /// <exception cref="FormatException">The seed has not 32 bytes.</exception>
    public static SubmitterKey FromSeed(string holder, ReadOnlySpan<byte> seed) => new(holder, Key.Import(
        SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey,
        new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }));

    /// <summary>The secret seed, 32 bytes, to be kept.</summary>
    public byte[] ExportSeed() => key.Export(KeyBlobFormat.RawPrivateKey);

    /// <summary>Signs an entry whose content everyone may see.</summary>
    /// <param name="record">The origin of the record.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="content">Its content in canonical form.</param>
    /// <param name="made">The time; kept to the second.</param>
    /// <exception cref="FormatException">The entry would be larger than an entry may be.</exception>
    public Entry Sign(string record, EntryKind kind, ReadOnlyMemory<byte> content, Instant made) =>
        Sign(new EntryDraft(record, kind, Holder, Id, made, content, EntryBytes.HashOf(content.Span)));

    /// <summary>Signs an entry that holds the commitment to a protected content alone.</summary>
    /// <inheritdoc cref="Sign(string, EntryKind, ReadOnlyMemory{byte}, Instant)"/>
    public Entry SignProtected(string record, EntryKind kind, string commitment, Instant made) =>
        Sign(new EntryDraft(record, kind, Holder, Id, made, null, commitment));

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    private Entry Sign(EntryDraft draft)
    {
        var to = new ArrayBufferWriter<byte>(1024);
        EntryBytes.WriteSigned(to, EntryBytes.Write(draft, []));
        var bytes = EntryBytes.Write(draft, SignatureAlgorithm.Ed25519.Sign(key, to.WrittenSpan));
        return EntryBytes.TryParse(bytes, out var entry, out var fault) ? entry! : throw new FormatException(fault);
    }
}
