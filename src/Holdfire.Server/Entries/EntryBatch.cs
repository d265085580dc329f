using System.Collections.Immutable;
using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.Server.Entries;

/// <summary>Reads the entries of a request: one a line, or the elements of one JSON array, each in its canonical form.</summary>
internal static class EntryBatch
{
    /// <summary>The most entries of a request.</summary>
    public const int MostEntries = 1000;

    /// <summary>The most bytes of a request.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>The entries.</summary>
    /// <exception cref="QueryException">One of them is none, or there are none or too many.</exception>
    public static ImmutableArray<Entry> Read(ReadOnlyMemory<byte> body)
    {
        var parts = body.Span is [(byte)'[', ..] ? Elements(body) : Lines(body);
        if (parts.Count is 0 or > MostEntries)
        {
            throw new QueryException(QueryErrorCodes.BadForm, "body", FormattableString.Invariant($"1 to {MostEntries} entries"), FormattableString.Invariant($"{parts.Count}"));
        }

        return [.. parts.Select((bytes, i) => EntryBytes.TryParse(bytes, out var entry, out var error) ? entry!
            : throw new QueryException(QueryErrorCodes.BadForm, FormattableString.Invariant($"entry {i + 1} of {parts.Count}"), "an entry in canonical form (docs/record-format.md)", error!.What))];
    }

    private static List<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> body)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!body.IsEmpty)
        {
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (!line.IsEmpty)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static List<ReadOnlyMemory<byte>> Elements(ReadOnlyMemory<byte> body)
    {
        var elements = new List<ReadOnlyMemory<byte>>();
        try
        {
            var json = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = 64 });
            _ = json.Read();
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                var start = json.TokenStartIndex;
                json.Skip();
                elements.Add(body[(int)start..(int)json.BytesConsumed]);
            }

            _ = json.Read();
        }
        catch (JsonException)
        {
            throw new QueryException(QueryErrorCodes.BadForm, "body", "a JSON array of entries, or an entry a line", "another text");
        }

        return elements;
    }
}
