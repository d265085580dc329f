using System.Buffers;
using System.Text.Json;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>
/// The maps, lists and texts of the case format as canonical JSON and back. A blank value is left out: the format reads both
/// alike.
/// </summary>
internal static class ItemJson
{
    /// <summary>The canonical JSON of a map.</summary>
    public static byte[] Of(YamlMap map)
    {
        var to = new ArrayBufferWriter<byte>(256);
        Write(to, map);
        return to.WrittenSpan.ToArray();
    }

    /// <summary>Writes an item in canonical form.</summary>
    public static void Write(IBufferWriter<byte> to, YamlItem item)
    {
        switch (item)
        {
            case YamlText text:
                CanonicalJson.WriteString(to, text.Value);
                break;
            case YamlList list:
                WriteList(to, list);
                break;
            case YamlMap map:
                WriteMap(to, map);
                break;
        }
    }

    /// <summary>The item of a JSON value; every part of it stands at the same place, that of the entry.</summary>
    public static YamlItem Read(JsonElement value, Spot at) => value.ValueKind switch
    {
        JsonValueKind.Object => ReadMap(value, at),
        JsonValueKind.Array => new YamlList(at, [.. value.EnumerateArray().Select(i => Read(i, at))]),
        JsonValueKind.String => new YamlText(at, value.GetString()!, false),
        _ => new YamlText(at, value.GetRawText(), false),
    };

    /// <summary>The same item, every part of it at another place.</summary>
    public static YamlItem MovedTo(Spot at, YamlItem item) => item switch
    {
        YamlMap map => new YamlMap(at, new(map.Entries.Select(e => KeyValuePair.Create(e.Key, (at, MovedTo(at, e.Value.Value)))), StringComparer.Ordinal)),
        YamlList list => new YamlList(at, [.. list.Items.Select(i => MovedTo(at, i))]),
        _ => item with { At = at },
    };

    private static YamlMap ReadMap(JsonElement value, Spot at)
    {
        var entries = new OrderedDictionary<string, (Spot At, YamlItem Value)>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            entries[property.Name] = (at, Read(property.Value, at));
        }

        return new YamlMap(at, entries);
    }

    private static void WriteList(IBufferWriter<byte> to, YamlList list)
    {
        to.Write("["u8);
        for (var i = 0; i < list.Items.Count; i++)
        {
            to.Write(i == 0 ? ""u8 : ","u8);
            Write(to, list.Items[i]);
        }

        to.Write("]"u8);
    }

    private static void WriteMap(IBufferWriter<byte> to, YamlMap map)
    {
        to.Write("{"u8);
        var first = true;
        foreach (var (key, (_, value)) in map.Entries.Where(e => e.Value.Value is not YamlText { IsNull: true }).OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            to.Write(first ? ""u8 : ","u8);
            first = false;
            CanonicalJson.WriteString(to, key);
            to.Write(":"u8);
            Write(to, value);
        }

        to.Write("}"u8);
    }
}
