using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.Record.Protection;

/// <summary>A content that not everyone may see, with the salt that keeps its commitment from being guessed.</summary>
/// <remarks>
/// The commitment is the SHA-256 of <c>holdfire/protected/2</c>, a line feed, and the file in which content, salt, the origin of the
/// record and the id of the submitter's key are kept: a commitment copied into another's entry or into another record opens to
/// nothing there. Earlier entries have the first form, <c>holdfire/protected/1</c>, a line feed, the salt and the content. Without
/// the salt nothing about the content can be tried against it; destroy both and the log stays whole.
/// </remarks>
public sealed record ProtectedContent
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 32;

    /// <summary>What an entry says under <c>protected</c> where its commitment is of the second form.</summary>
    public const string SecondForm = "holdfire/protected/2";

    private ProtectedContent(byte[] salt, byte[] content, string? record, KeyId? key)
    {
        (Salt, Content, Record, Key) = (salt, content, record, key);
        Commitment = record is null ? Commit("holdfire/protected/1\n"u8, salt, content) : Commit("holdfire/protected/2\n"u8, ToFile(), []);
    }

    /// <summary>The salt.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>The canonical content.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The origin of the record that it is committed to; null in the first form.</summary>
    public string? Record { get; }

    /// <summary>The key of the submitter that it is committed to; null in the first form.</summary>
    public KeyId? Key { get; }

    /// <summary>The commitment in lower-case hex: what the log holds.</summary>
    public string Commitment { get; }

    /// <summary>Protects a canonical content with a new salt from the system's randomness.</summary>
    /// <param name="content">The content.</param>
    /// <param name="record">The origin of the record that it goes into.</param>
    /// <param name="key">The key that signs its entry.</param>
    public static ProtectedContent Of(ReadOnlyMemory<byte> content, string record, KeyId key) =>
        new(RandomNumberGenerator.GetBytes(SaltLength), content.ToArray(), record, key);

    /// <summary>Whether it is what an entry commits to: its commitment and form, and in the second form its record and key.</summary>
    public bool IsOf(Entry entry) =>
        entry.IsProtected && entry.ContentHash == Commitment && entry.BindsCommitment == Record is not null &&
        (Record is null || (Record == entry.Record && Key == entry.Key));

    /// <summary>The file that keeps it: canonical JSON with the content and the salt, in the second form with record and key.</summary>
    public byte[] ToFile()
    {
        var to = new ArrayBufferWriter<byte>();
        to.Write("{\"content\":"u8);
        to.Write(Content.Span);
        if (Record is { } record)
        {
            to.Write(",\"key\":"u8);
            CanonicalJson.WriteString(to, Key!.Value.Value);
            to.Write(",\"record\":"u8);
            CanonicalJson.WriteString(to, record);
        }

        to.Write(",\"salt\":\""u8);
        to.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(Salt.Span)));
        to.Write("\"}"u8);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>Reads such a file; null, with an error, where it is none or not in the canonical form.</summary>
    public static ProtectedContent? Read(ReadOnlyMemory<byte> file, out Error? error)
    {
        using var document = CanonicalJson.Parse(file, out error);
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
            error = MalformedException.Of(e);
            return null;
        }
    }

    private static ProtectedContent Read(ReadOnlyMemory<byte> file, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Object ||
            !root.TryGetProperty("salt", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new MalformedException("an object with content and salt", "");
        }

        var salt = new byte[SaltLength];
        if (!Convert.TryFromBase64String(text.GetString()!, salt, out var written) || written != SaltLength)
        {
            throw new MalformedException("a salt of 32 bytes in base64", "");
        }

        var isBound = root.TryGetProperty("record", out _) || root.TryGetProperty("key", out _);
        var record = isBound ? EntryBytes.Text(root, "record") : null;
        KeyId? key = isBound ? new KeyId(EntryBytes.HexText(root, "key", KeyId.Length)) : null;
        var canonical = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(canonical, content);
        var read = new ProtectedContent(salt, canonical.WrittenSpan.ToArray(), record, key);
        return read.ToFile().AsSpan().SequenceEqual(file.Span) ? read : throw new MalformedException("the canonical form", "");
    }

    private static string Commit(ReadOnlySpan<byte> form, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(form);
        hash.AppendData(first);
        hash.AppendData(second);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
