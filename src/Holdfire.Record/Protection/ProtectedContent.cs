using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Protection;

/// <summary>A content that not everyone may see, with the salt that keeps its commitment from being guessed.</summary>
/// <remarks>
/// The commitment is the SHA-256 of <c>holdfire/protected/1</c>, a line feed, the salt of 32 random bytes, and the canonical
/// content. Without the salt nothing about the content can be tried against it; destroy both and the log still stands.
/// </remarks>
public sealed record ProtectedContent
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    private ProtectedContent(byte[] salt, byte[] content)
    {
        Salt = salt;
        Content = content;
        Commitment = Commit(salt, content);
    }

    /// <summary>The salt.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>The canonical content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The commitment in lower-case hex: what the log holds.</summary>
    public string Commitment { get; }

    /// <summary>Protects a canonical content with a new salt from the system's randomness.</summary>
    public static ProtectedContent Of(ReadOnlyMemory<byte> content) => new(RandomNumberGenerator.GetBytes(SaltLength), content.ToArray());

    /// <summary>The file that keeps it: canonical JSON with the content and the salt.</summary>
    public byte[] ToFile()
    {
        var to = new ArrayBufferWriter<byte>();
        to.Write("{\"content\":"u8);
        to.Write(Content.Span);
        to.Write(",\"salt\":\""u8);
        to.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(Salt.Span)));
        to.Write("\"}"u8);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>Reads such a file; null, with a fault, where it is none or not in the canonical form.</summary>
    public static ProtectedContent? Read(ReadOnlyMemory<byte> file, out string fault)
    {
        using var document = CanonicalJson.Parse(file, out fault);
        if (document is null)
        {
            return null;
        }

        try
        {
            return Read(file, document.RootElement);
        }
        catch (FormatException e)
        {
            fault = e.Message;
            return null;
        }
    }

    private static ProtectedContent Read(ReadOnlyMemory<byte> file, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Object ||
            !root.TryGetProperty("salt", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new FormatException("expected an object with content and salt");
        }

        var salt = new byte[SaltLength];
        if (!Convert.TryFromBase64String(text.GetString()!, salt, out var written) || written != SaltLength)
        {
            throw new FormatException("expected a salt of 32 bytes in base64");
        }

        var canonical = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(canonical, content);
        var read = new ProtectedContent(salt, canonical.WrittenSpan.ToArray());
        return read.ToFile().AsSpan().SequenceEqual(file.Span) ? read : throw new FormatException("expected the canonical form");
    }

    private static string Commit(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("holdfire/protected/1\n"u8);
        hash.AppendData(salt);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
