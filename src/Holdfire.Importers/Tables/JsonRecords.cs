using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace Holdfire.Importers;

/// <summary>A list of JSON objects as rows; what stands in objects within them has the names joined by <c>/</c>.</summary>
internal static class JsonRecords
{
    /// <summary>The rows; the number of an item in the list is its line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="listKey">Where the list stands if the file is an object.</param>
    /// <param name="check">Refuses the keys.</param>
    /// <exception cref="UnreadableFileException">It is no JSON, or holds no list of objects.</exception>
    public static IEnumerable<SourceRow> Of(ImportFile file, string listKey, Action<TableHeader> check)
    {
        using var document = Parse(file);
        var list = ListOf(document.RootElement, listKey)
            ?? throw new UnreadableFileException(file.Name, 1, "", $"a list of objects, or an object with one under '{listKey}'", document.RootElement.ValueKind.ToString());
        var flat = list.EnumerateArray().Select(Flat).ToList();
        var header = new TableHeader(file.Name, flat.SelectMany(f => f.Keys).Distinct(StringComparer.Ordinal));
        if (flat.Count > 0)
        {
            check(header);
        }

        return flat.Select((f, i) => new SourceRow(i + 1, [.. header.Names.Select(n => f.GetValueOrDefault(n, ""))], header));
    }

    /// <summary>The whole file as JSON.</summary>
    /// <exception cref="UnreadableFileException">It is none.</exception>
    public static JsonDocument Parse(ImportFile file)
    {
        try
        {
            var bytes = file.Bytes();
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            return !Utf8.IsValid(bytes) ? throw new UnreadableFileException(file.Name, 1, "", "UTF-8", "bytes that are not")
                : HasBrokenName(bytes.AsSpan(start)) ? throw new UnreadableFileException(file.Name, 1, "", "names of keys in whole characters", "half of one, such as \\ud800")
                : JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException e)
        {
            throw new UnreadableFileException(file.Name, (int)(e.LineNumber ?? 0) + 1, "", "JSON", e.Message);
        }
    }

    /// <summary>A value as a text; null is blank.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Whole(value),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    /// <summary>The name of a property.</summary>
    public static string NameOf(JsonProperty property) => Whole(() => property.Name);

    // No key could be looked for beside such a name.
    private static bool HasBrokenName(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    _ = reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string Whole(JsonElement value) => Whole(() => value.GetString()!);

    // Half of a character of two halves cannot be had as a text.
    private static string Whole(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>The names of the keys of an object, of those of the first object in a list, and of both where an object holds the list.</summary>
    public static ImmutableHashSet<string> NamesIn(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Object => [.. root.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Array ? NamesIn(p.Value).Add(NameOf(p)) : [NameOf(p)])],
        JsonValueKind.Array => root.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first ? [.. first.EnumerateObject().Select(NameOf)] : [],
        _ => [],
    };

    private static JsonElement? ListOf(JsonElement root, string key) =>
        root.ValueKind == JsonValueKind.Array ? root
        : root.ValueKind == JsonValueKind.Object && root.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list : null;

    private static Dictionary<string, string> Flat(JsonElement item)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten("", item, flat);
        return flat;
    }

    internal static void Flatten(string path, JsonElement value, Dictionary<string, string> into)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                var name = NameOf(property);
                Flatten(path.Length == 0 ? name : path + "/" + name, property.Value, into);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number))
        {
            into[path] = string.Join(';', value.EnumerateArray().Select(Text));
        }
        else
        {
            into[path] = Text(value);
        }
    }
}
