using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Holdfire.Record.Protection;
using Holdfire.Record.Tlog;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Record.Entries;

/// <summary>Reads and writes entries. Only the one canonical form of an entry is read.</summary>
public static class EntryBytes
{
    private const int SignatureLength = 64;
    private static readonly InstantPattern Made = InstantPattern.General;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal, "content", "content_hash", "key", "kind", "made", "number", "protected", "record", "signature", "submitter", "type");

    private static readonly FrozenSet<string> CommittedNames = FrozenSet.Create(StringComparer.Ordinal, "commitment", "record", "type");

    // What is sealed has no number: it would tell whoever sees some of them of the others.
    private static readonly FrozenSet<string> SealedNames = FrozenSet.Create(
        StringComparer.Ordinal, "audience", "content", "content_hash", "key", "kind", "made", "record", "salt", "signature", "submitter", "type");

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    /// <summary>Reads an entry of the log; false, with what was expected and found, where the bytes are none.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, out Entry? entry, out Error? error) => TryParse(bytes, false, out entry, out error);

    /// <summary>Reads what was sealed, the same way.</summary>
    internal static bool TryParseSealed(ReadOnlyMemory<byte> bytes, out Entry? entry, out Error? error) => TryParse(bytes, true, out entry, out error);

    private static bool TryParse(ReadOnlyMemory<byte> bytes, bool isSealed, out Entry? entry, out Error? error)
    {
        entry = null;
        if (bytes.Length > Entry.MostBytes)
        {
            error = RecordError.Of(FormattableString.Invariant($"at most {Entry.MostBytes} bytes"), FormattableString.Invariant($"{bytes.Length}"));
            return false;
        }

        using var document = CanonicalJson.Parse(bytes, out error);
        if (document is null)
        {
            return false;
        }

        try
        {
            entry = isSealed ? ReadSealed(bytes, document.RootElement) : Read(bytes, document.RootElement);
            return true;
        }
        catch (FormatException e)
        {
            error = MalformedException.Of(e);
            return false;
        }
    }

    /// <summary>The content of an entry that was read before and found canonical; null where it is protected.</summary>
    /// <remarks>
    /// Members are sorted, so that the content stands first, and the last <c>,"content_hash":"</c> follows it: within a text quotes
    /// are escaped, and after the content there are only members of fixed form.
    /// </remarks>
    public static ReadOnlyMemory<byte>? ContentOf(ReadOnlyMemory<byte> bytes)
    {
        var start = "{\"content\":"u8;
        return bytes.Span.StartsWith(start) ? bytes[start.Length..bytes.Span.LastIndexOf(",\"content_hash\":\""u8)] : (ReadOnlyMemory<byte>?)null;
    }

    /// <summary>The SHA-256 of a content in lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>What is signed: the type and a line feed, then the entry without its signature.</summary>
    internal static void WriteSigned(IBufferWriter<byte> to, ReadOnlySpan<byte> withoutSignature, bool isSealed)
    {
        to.Write(isSealed ? "holdfire/sealed/1\n"u8 : "holdfire/entry/1\n"u8);
        to.Write(withoutSignature);
    }

    /// <summary>What the signature of an entry is over.</summary>
    internal static void WriteSigned(IBufferWriter<byte> to, Entry entry)
    {
        var all = entry.Bytes.Span;
        WriteSigned(to, all[..entry.SignatureMember.Start], entry.Audience.Length > 0);
        to.Write(all[entry.SignatureMember.End..]);
    }

    /// <summary>The canonical entry with or without a signature.</summary>
    /// <param name="draft">What it says.</param>
    /// <param name="signature">The signature, or empty for what is to be signed.</param>
    internal static byte[] Write(EntryDraft draft, ReadOnlySpan<byte> signature)
    {
        var to = new ArrayBufferWriter<byte>(512);
        to.Write("{"u8);
        var isSealed = draft.Audience.Length > 0;
        if (isSealed)
        {
            Member(to, "audience", draft.Audience);
        }

        if (draft.Content is { } content)
        {
            to.Write("\"content\":"u8);
            to.Write(content.Span);
            to.Write(","u8);
        }

        Member(to, "content_hash", draft.ContentHash);
        Member(to, "key", draft.Key.Value);
        Member(to, "kind", EntryKinds.NameOf(draft.Kind));
        Member(to, "made", Made.Format(draft.Made));
        if (draft.Number is { } number)
        {
            Member(to, "number", number.ToString(CultureInfo.InvariantCulture));
        }

        if (draft.Content is null)
        {
            to.Write(draft.BindsCommitment ? "\"protected\":\"holdfire/protected/2\","u8 : "\"protected\":true,"u8);
        }

        Member(to, "record", draft.Record);
        if (isSealed)
        {
            Member(to, "salt", Convert.ToBase64String(draft.Salt.Span));
        }

        if (!signature.IsEmpty)
        {
            Member(to, "signature", Convert.ToBase64String(signature));
        }

        Member(to, "submitter", draft.Submitter);
        to.Write(isSealed ? "\"type\":\"holdfire/sealed/1\"}"u8 : "\"type\":\"holdfire/entry/1\"}"u8);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>The canonical entry that the log shows of one that is sealed.</summary>
    /// <param name="record">The origin of the record.</param>
    /// <param name="commitment">The commitment to what was sealed.</param>
    internal static byte[] WriteCommitted(string record, string commitment)
    {
        var to = new ArrayBufferWriter<byte>(256);
        to.Write("{"u8);
        Member(to, "commitment", commitment);
        Member(to, "record", record);
        to.Write("\"type\":\"holdfire/entry/2\"}"u8);
        return to.WrittenSpan.ToArray();
    }

    private static void Member(ArrayBufferWriter<byte> to, string name, string value)
    {
        CanonicalJson.WriteString(to, name);
        to.Write(":"u8);
        CanonicalJson.WriteString(to, value);
        to.Write(","u8);
    }

    private static Entry Read(ReadOnlyMemory<byte> bytes, JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "an object", root);
        CheckCanonical(bytes, root);
        if (root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(Entry.SecondType))
        {
            return ReadCommitted(bytes, root);
        }

        var hasContent = root.TryGetProperty("content", out _);
        var isProtected = root.TryGetProperty("protected", out var flag);
        var bindsCommitment = isProtected && flag.ValueKind == JsonValueKind.String && flag.ValueEquals(ProtectedContent.SecondForm);
        Require(
            !isProtected || bindsCommitment || flag.ValueKind == JsonValueKind.True,
            $"protected to be true or {ProtectedContent.SecondForm} where it is there", root);
        Require(hasContent != isProtected, "either content or protected", root);
        CheckNames(root, Names);
        var kind = KindOf(root, Entry.Type);
        Require(hasContent || EntryKinds.MayBeProtected(kind), "the content of an entry of this kind to be open to all", root);
        return Signed(bytes, root, kind) with { BindsCommitment = bindsCommitment };
    }

    // Nothing but the commitment, so that one that is sealed looks like any other: kind, submitter, time, label and length are inside.
    private static Entry ReadCommitted(ReadOnlyMemory<byte> bytes, JsonElement root)
    {
        CheckNames(root, CommittedNames);
        return new Entry
        {
            Bytes = bytes,
            Record = Text(root, "record"),
            Kind = EntryKind.Sealed,
            Item = ContentItem.None(EntryKind.Sealed),
            Submitter = "",
            Key = default,
            Made = default,
            Content = null,
            BindsCommitment = true,
            ContentHash = HexText(root, "commitment", 2 * SHA256.HashSizeInBytes),
            Signature = default,
        };
    }

    private static Entry ReadSealed(ReadOnlyMemory<byte> bytes, JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "an object", root);
        CheckCanonical(bytes, root);
        CheckNames(root, SealedNames);
        var kind = KindOf(root, SealedEntry.Type);
        Require(EntryKinds.MayBeSealed(kind), "an entry of a kind that may be sealed", root);
        Require(root.TryGetProperty("content", out _), "its content", root);
        Require(
            Convert.TryFromBase64String(Text(root, "salt"), stackalloc byte[SealedEntry.SaltLength], out var written) && written == SealedEntry.SaltLength,
            "a salt of 32 bytes in base64", root);
        return Signed(bytes, root, kind) with { Audience = Text(root, "audience") };
    }

    private static EntryKind KindOf(JsonElement root, string type)
    {
        Require(Text(root, "type") == type, $"the type {type}", root);
        var name = Text(root, "kind");
        return EntryKinds.Find(name) is { } kind && kind != EntryKind.Sealed ? kind : throw new MalformedException("a known kind", $"'{name}'");
    }

    private static Entry Signed(ReadOnlyMemory<byte> bytes, JsonElement root, EntryKind kind)
    {
        var hasContent = root.TryGetProperty("content", out var content);
        Require(!hasContent || content.ValueKind == JsonValueKind.Object, "content to be an object", root);
        var entry = new Entry
        {
            Bytes = bytes,
            Record = Text(root, "record"),
            Kind = kind,
            Item = hasContent ? ContentItem.Read(kind, content) : ContentItem.None(kind),
            Submitter = Text(root, "submitter"),
            Key = new KeyId(HexText(root, "key", KeyId.Length)),
            Made = ReadMade(Text(root, "made")),
            Number = root.TryGetProperty("number", out _) ? ReadNumber(Text(root, "number")) : null,
            Content = hasContent ? Slice(bytes, content) : (ReadOnlyMemory<byte>?)null,
            ContentHash = HexText(root, "content_hash", 2 * SHA256.HashSizeInBytes),
            Signature = ReadSignature(Text(root, "signature")),
            SignatureMember = MemberOf(bytes, root.GetProperty("signature")),
        };
        Require(
            entry.Number is null || (kind == EntryKind.Report && entry.Item.AttributedTo.Length > 0),
            "a number in a report alone, of which all may see whose words it holds", root);
        Require(
            !hasContent || HashOf(entry.Content!.Value.Span) == entry.ContentHash,
            "content_hash to be the SHA-256 of the content", root);
        return entry;
    }

    private static void CheckCanonical(ReadOnlyMemory<byte> bytes, JsonElement root)
    {
        var buffer = scratch ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        CanonicalJson.Write(buffer, root);
        Require(buffer.WrittenSpan.SequenceEqual(bytes.Span), "the canonical form (RFC 8785)", root);
    }

    private static void CheckNames(JsonElement root, FrozenSet<string> names)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw new MalformedException($"no member of the name '{property.Name}'", "");
            }
        }
    }

    private static void Require(bool holds, string expected, JsonElement root)
    {
        if (!holds)
        {
            var found = root.GetRawText();
            throw new MalformedException(expected, found.Length > 80 ? found[..80] + "…" : found);
        }
    }

    internal static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new MalformedException($"a text under '{name}'", "none");

    internal static string HexText(JsonElement root, string name, int length)
    {
        var text = Text(root, name);
        return text.Length == length && !text.AsSpan().ContainsAnyExcept(Hex)
            ? text
            : throw new MalformedException(FormattableString.Invariant($"{length} lower-case hex digits under '{name}'"), FormattableString.Invariant($"'{text}'"));
    }

    // Numbers of more than 53 bits cannot be told apart in every language.
    private static long ReadNumber(string text) => CanonicalDecimal.Parse(text) is { } number and >= 1 and <= (1L << 53) - 1
        ? number
        : throw new MalformedException("a decimal number from 1 under 'number'", $"'{text}'");

    private static Instant ReadMade(string text) =>
        text.StartsWith('-') is false && Made.Parse(text) is { Success: true } parsed && Made.Format(parsed.Value) == text
            ? parsed.Value
            : throw new MalformedException("an instant such as 2030-05-11T00:00:00Z under 'made'", $"'{text}'");

    private static byte[] ReadSignature(string text)
    {
        var signature = new byte[SignatureLength];
        return Convert.TryFromBase64String(text, signature, out var written) && written == SignatureLength && Convert.ToBase64String(signature) == text
            ? signature
            : throw new MalformedException("a signature of 64 bytes in base64", "");
    }

    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> bytes, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return bytes.Span.Overlaps(raw, out var offset) ? bytes.Slice(offset, raw.Length) : throw new InvalidOperationException("the value is of other bytes");
    }

    // In the canonical form another member always follows, so that a comma ends this one.
    private static Range MemberOf(ReadOnlyMemory<byte> bytes, JsonElement signature)
    {
        var raw = JsonMarshal.GetRawUtf8Value(signature);
        bytes.Span.Overlaps(raw, out var offset);
        return (offset - "\"signature\":"u8.Length)..(offset + raw.Length + 1);
    }
}
