using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NSec.Cryptography;

namespace Holdfire.Record.Tlog;

/// <summary>A public key that signs notes: its name, its type and the key; as text, a vkey (C2SP signed-note, "Verifier keys").</summary>
/// <remarks>
/// Ed25519 is NSec's, that is libsodium's: keys of small order and non-canonical encodings are refused, the equation is checked
/// without the cofactor. Two keys are the same where their texts are. Safe for concurrent use.
/// </remarks>
public sealed class NoteVerifier : IEquatable<NoteVerifier>
{
    private const int CosignatureTimeLength = 8;
    private readonly PublicKey key;

    private NoteVerifier(string name, SignatureKind kind, PublicKey key)
    {
        Name = name;
        Kind = kind;
        this.key = key;
        PublicKey = [.. key.Export(KeyBlobFormat.RawPublicKey)];
        KeyId = NoteKeyText.IdOf(name, kind, PublicKey.AsSpan());
    }

    /// <summary>The name; for a log's key, the origin of its checkpoints.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public SignatureKind Kind { get; }

    /// <summary>The 32 bytes of the Ed25519 key (RFC 8032, section 5.1.5).</summary>
    public ImmutableArray<byte> PublicKey { get; }

    /// <summary>The number that signature lines find the key by.</summary>
    public uint KeyId { get; }

    /// <summary>Reads a vkey: <c>NAME+KEYID+BASE64</c>. The key ID must be the one that name and key give.</summary>
    public static Parsed<NoteVerifier> Parse(string vkey)
    {
        if (!NoteKeyText.Parse(vkey, "verifier key").Is(out var parts, out var error))
        {
            return error;
        }

        if (NoteKeyText.IdOf(parts.Name, parts.Kind, parts.Key.AsSpan()) != parts.Id)
        {
            return RecordError.Invalid(
                "verifier key", "the key ID of name and key", $"{parts.Id.ToString("x8", CultureInfo.InvariantCulture)}");
        }

        return NSec.Cryptography.PublicKey.TryImport(
            SignatureAlgorithm.Ed25519, parts.Key.AsSpan(), KeyBlobFormat.RawPublicKey, out var key)
            ? new NoteVerifier(parts.Name, parts.Kind, key!)
            : RecordError.Invalid("verifier key", "an Ed25519 public key", "other bytes");
    }

    /// <summary>Whether a signature line says that it is by this key. A line by another key may say so too.</summary>
    public bool IsOf(NoteSignature signature) => signature.Name == Name && signature.KeyId == KeyId;

    /// <summary>Whether the signature is one of the text by this key.</summary>
    /// <param name="text">The text of the note, with its last line feed.</param>
    /// <param name="signature">A line for which <see cref="IsOf"/> holds; any other is not a signature by this key.</param>
    public bool Verify(string text, NoteSignature signature)
    {
        if (!IsOf(signature))
        {
            return false;
        }

        var bytes = signature.Bytes.AsSpan();
        if (Kind == SignatureKind.Ed25519)
        {
            return SignatureAlgorithm.Ed25519.Verify(key, Encoding.UTF8.GetBytes(text), bytes);
        }

        return TimeOf(signature) is { } time
            && SignatureAlgorithm.Ed25519.Verify(key, CosignedMessage(text, time), bytes[CosignatureTimeLength..]);
    }

    /// <summary>When a witness says that it saw the checkpoint, to the second; null where the line holds no such time.</summary>
    public Instant? CosignedAt(NoteSignature signature) =>
        Kind == SignatureKind.Cosignature && IsOf(signature) && TimeOf(signature) is { } time ? Instant.FromUnixTimeSeconds(time) : null;

    /// <summary>The vkey.</summary>
    public string ToVkey() => NoteKeyText.Write(Name, KeyId, Kind, PublicKey.AsSpan());

    /// <summary>Name and key ID, for messages.</summary>
    public override string ToString() => $"{Name}+{KeyId.ToString("x8", CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public bool Equals(NoteVerifier? other) =>
        other is not null && Name == other.Name && Kind == other.Kind && PublicKey.AsSpan().SequenceEqual(other.PublicKey.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoteVerifier);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId);

    /// <summary>The verifying half of a signing key.</summary>
    internal static NoteVerifier Of(string name, SignatureKind kind, PublicKey key) => new(name, kind, key);

    /// <summary>What a witness signs (C2SP tlog-cosignature, "Ed25519 cosignatures").</summary>
    internal static byte[] CosignedMessage(string text, long time) =>
        Encoding.UTF8.GetBytes($"cosignature/v1\ntime {time.ToString(CultureInfo.InvariantCulture)}\n{text}");

    // Instants end in the year 9999; a cosignature whose time is later is malformed.
    private static long? TimeOf(NoteSignature signature)
    {
        if (signature.Bytes.Length != CosignatureTimeLength + SignatureAlgorithm.Ed25519.SignatureSize)
        {
            return null;
        }

        var time = BinaryPrimitives.ReadUInt64BigEndian(signature.Bytes.AsSpan());
        return time <= (ulong)Instant.MaxValue.ToUnixTimeSeconds() ? (long)time : null;
    }
}
