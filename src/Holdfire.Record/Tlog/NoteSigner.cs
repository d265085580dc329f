using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NSec.Cryptography;

namespace Holdfire.Record.Tlog;

/// <summary>
/// A private key that signs notes; as text, <c>PRIVATE+KEY+NAME+KEYID+BASE64(type ‖ seed)</c>, as Go's sumdb/note has it.
/// </summary>
/// <remarks>The key lies in memory that libsodium guards and is wiped on disposal. Safe for concurrent use until then.</remarks>
public sealed class NoteSigner : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly Key key;

    private NoteSigner(string name, SignatureKind kind, Key key)
    {
        this.key = key;
        Verifier = NoteVerifier.Of(name, kind, key.PublicKey);
    }

    /// <summary>The public half.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>A new key out of the system's randomness.</summary>
    /// <exception cref="ArgumentException">The name cannot be a key's.</exception>
    public static NoteSigner Generate(string name, SignatureKind kind)
    {
        if (!KeyName.IsPlain(name))
        {
            throw new ArgumentException($"expected a name without white space, plus signs and hidden characters, found '{ShownText.Of(name)}'", nameof(name));
        }

        return new NoteSigner(name, kind, Key.Create(SignatureAlgorithm.Ed25519, Exportable));
    }

    /// <summary>The key of a seed of 32 bytes.</summary>
    /// <exception cref="FormatException">The seed has another length.</exception>
    public static NoteSigner FromSeed(string name, SignatureKind kind, ReadOnlySpan<byte> seed) =>
        new(name, kind, Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, Exportable));

    /// <summary>The same key, with a lifetime of its own.</summary>
    /// <exception cref="ObjectDisposedException">This one is disposed.</exception>
    public NoteSigner Copy()
    {
        var seed = key.Export(KeyBlobFormat.RawPrivateKey);
        try
        {
            return FromSeed(Verifier.Name, Verifier.Kind, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Reads the text form. The error never repeats the text.</summary>
    public static Parsed<NoteSigner> Parse(string skey)
    {
        if (!skey.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return RecordError.Invalid("signing key", $"{Prefix}NAME+KEYID+BASE64", "");
        }

        if (!NoteKeyText.Parse(skey[Prefix.Length..], "signing key").Is(out var parts, out var error))
        {
            return error;
        }

        if (!Key.TryImport(SignatureAlgorithm.Ed25519, parts.Key.AsSpan(), KeyBlobFormat.RawPrivateKey, out var key, Exportable))
        {
            return RecordError.Invalid("signing key", "an Ed25519 seed", "other bytes");
        }

        var signer = new NoteSigner(parts.Name, parts.Kind, key!);
        if (signer.Verifier.KeyId == parts.Id)
        {
            return signer;
        }

        signer.Dispose();
        return RecordError.Invalid("signing key", "the key ID of name and key", "another");
    }

    /// <summary>Signs a note's text with an <see cref="SignatureKind.Ed25519"/> key.</summary>
    /// <exception cref="InvalidOperationException">The key is of another kind.</exception>
    public NoteSignature Sign(string text)
    {
        Demand(SignatureKind.Ed25519);
        return new NoteSignature(Verifier.Name, Verifier.KeyId, [.. SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text))]);
    }

    /// <summary>Signs a checkpoint's text with a <see cref="SignatureKind.Cosignature"/> key, at a time, kept to the second.</summary>
    /// <exception cref="InvalidOperationException">The key is of another kind.</exception>
    public NoteSignature Cosign(string checkpointText, Instant at)
    {
        Demand(SignatureKind.Cosignature);
        var time = at.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegative(time, nameof(at));
        var bytes = new byte[8 + SignatureAlgorithm.Ed25519.SignatureSize];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)time);
        SignatureAlgorithm.Ed25519.Sign(key, NoteVerifier.CosignedMessage(checkpointText, time), bytes.AsSpan(8));
        return new NoteSignature(Verifier.Name, Verifier.KeyId, [.. bytes]);
    }

    /// <summary>Signs bytes that are no note; they must begin with a text that no note begins with.</summary>
    internal byte[] SignBytes(ReadOnlySpan<byte> bytes)
    {
        Demand(SignatureKind.Ed25519);
        return SignatureAlgorithm.Ed25519.Sign(key, bytes);
    }

    /// <summary>The text form. It is a secret.</summary>
    public string ToSkey() =>
        Prefix + NoteKeyText.Write(Verifier.Name, Verifier.KeyId, Verifier.Kind, key.Export(KeyBlobFormat.RawPrivateKey));

    /// <summary>The public half; never the secret.</summary>
    public override string ToString() => Verifier.ToString();

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    private void Demand(SignatureKind kind)
    {
        if (Verifier.Kind != kind)
        {
            throw new InvalidOperationException($"a key of kind {Verifier.Kind} cannot make a signature of kind {kind}");
        }
    }
}
