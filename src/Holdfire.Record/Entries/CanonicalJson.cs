using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Holdfire.Record.Entries;

/// <summary>
/// JSON in one form only: RFC 8785 (JCS), restricted to objects, arrays, strings, true and false. Numbers and null are not
/// part of it, so that no two implementations can differ over how a number is written.
/// </summary>
/// <remarks>Properties are sorted by UTF-16 units (section 3.2.3); strings are escaped as in section 3.2.2.2.</remarks>
public static class CanonicalJson
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int DeepestNesting = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\" + new string([.. Enumerable.Range(0, 0x20).Select(c => (char)c)]));

    /// <summary>Parses JSON of the restricted kind in any form; null, with an error, where it is not that.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, out Error? error)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            error = RecordError.Of("UTF-8", "other bytes");
            return null;
        }

        try
        {
            error = null;
            return JsonDocument.Parse(utf8, Strict);
        }
        catch (JsonException e)
        {
            error = RecordError.Of("JSON", e.Message);
            return null;
        }
        catch (InvalidOperationException)
        {
            // Names are decoded to find doubled ones.
            error = RecordError.Of("Unicode text", "half of a surrogate pair");
            return null;
        }
    }

    /// <summary>Writes the canonical form.</summary>
    /// <exception cref="FormatException">There is a number, a null, or a string that is not Unicode text.</exception>
    public static void Write(IBufferWriter<byte> to, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(to, value);
                break;
            case JsonValueKind.Array:
                to.Write("["u8);
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    to.Write(first ? ""u8 : ","u8);
                    first = false;
                    Write(to, item);
                }

                to.Write("]"u8);
                break;
            case JsonValueKind.String:
                WriteString(to, Decoded(value, v => v.GetString()!));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                to.Write(value.ValueKind == JsonValueKind.True ? "true"u8 : "false"u8);
                break;
            default:
                throw new MalformedException("a text, list, map, true or false", $"{value.GetRawText()}");
        }
    }

    /// <summary>The canonical form of JSON of the restricted kind.</summary>
    /// <exception cref="FormatException">It is not JSON of that kind.</exception>
    public static byte[] Of(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8, out var error) ?? throw new MalformedException(error!);
        var buffer = new ArrayBufferWriter<byte>(utf8.Length);
        Write(buffer, document.RootElement);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a string with its quotes.</summary>
    public static void WriteString(IBufferWriter<byte> to, ReadOnlySpan<char> text)
    {
        to.Write("\""u8);
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(Escaped);
            var run = plain < 0 ? text : text[..plain];
            Encoding.UTF8.GetBytes(run, to);
            if (plain < 0)
            {
                break;
            }

            WriteEscape(to, text[plain]);
            text = text[(plain + 1)..];
        }

        to.Write("\""u8);
    }

    private static void WriteEscape(IBufferWriter<byte> to, char letter)
    {
        switch (letter)
        {
            case '"':
                to.Write("\\\""u8);
                break;
            case '\\':
                to.Write("\\\\"u8);
                break;
            case '\b':
                to.Write("\\b"u8);
                break;
            case '\t':
                to.Write("\\t"u8);
                break;
            case '\n':
                to.Write("\\n"u8);
                break;
            case '\f':
                to.Write("\\f"u8);
                break;
            case '\r':
                to.Write("\\r"u8);
                break;
            default:
                Encoding.ASCII.GetBytes(FormattableString.Invariant($"\\u{(int)letter:x4}"), to);
                break;
        }
    }

    private static void WriteObject(IBufferWriter<byte> to, JsonElement value)
    {
        var properties = new List<(string Name, JsonElement Value)>();
        var sorted = true;
        foreach (var property in value.EnumerateObject())
        {
            var name = Decoded(property, p => p.Name);
            sorted &= properties.Count == 0 || string.CompareOrdinal(properties[^1].Name, name) < 0;
            properties.Add((name, property.Value));
        }

        if (!sorted)
        {
            properties.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        }

        to.Write("{"u8);
        for (var i = 0; i < properties.Count; i++)
        {
            to.Write(i == 0 ? ""u8 : ","u8);
            WriteString(to, properties[i].Name);
            to.Write(":"u8);
            Write(to, properties[i].Value);
        }

        to.Write("}"u8);
    }

    private static string Decoded<T>(T from, Func<T, string> read)
    {
        try
        {
            return read(from);
        }
        catch (InvalidOperationException)
        {
            throw new MalformedException("Unicode text", "half of a surrogate pair");
        }
    }
}
