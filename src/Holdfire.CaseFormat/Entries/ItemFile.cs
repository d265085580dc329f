using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.CaseFormat.Entries;

/// <summary>Reads one item out of a YAML text, and writes contents that are in no case folder.</summary>
public static class ItemFile
{
    /// <summary>The canonical content of an item; null, with the errors, where the text is no map.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="text">YAML: one map with the keys of the case format.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="list">For talks, the list that it belongs to.</param>
    /// <param name="errors">What is wrong.</param>
    public static byte[]? Read(string name, string text, EntryKind kind, string? list, out ImmutableArray<Error> errors)
    {
        var found = new ErrorList();
        var root = YamlTree.Read(name, text, found);
        NameCheck.Run(root, found);
        if (root is not YamlMap map && found.Count == 0)
        {
            found.Add(root?.At ?? new Spot(name, 1, 1), "one map with the keys of the item", root?.Described ?? "nothing");
        }

        if (kind == EntryKind.Talks && list is null)
        {
            found.Add(new Spot(name, 1, 1), "the list of the talks that it belongs to (--list)", "none");
        }

        errors = found.Sorted();
        return errors.IsEmpty ? Content(kind, (YamlMap)root!, list) : null;
    }

    /// <summary>The content of an attachment.</summary>
    /// <param name="hash">The SHA-256 of the file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="bytes">Its length in bytes.</param>
    /// <param name="source">The source that it comes from, or null.</param>
    /// <param name="report">The report that it belongs to, or null.</param>
    /// <param name="sentBy">Who sent it to the one who signs, or null.</param>
    public static byte[] Attachment(string hash, string name, string mediaType, long bytes, string? source, string? report = null, string? sentBy = null)
    {
        var members = new OrderedDictionary<string, (Spot At, YamlItem Value)>(StringComparer.Ordinal);
        foreach (var (key, value) in new[]
            { ("bytes", bytes.ToString(CultureInfo.InvariantCulture)), ("media_type", mediaType), ("name", name), ("report", report), ("sent_by", sentBy), ("sha256", hash), ("source", source) })
        {
            if (value is not null)
            {
                members[key] = (default, new YamlText(default, value, false));
            }
        }

        return ItemJson.Of(new YamlMap(default, members));
    }

    private static byte[] Content(EntryKind kind, YamlMap map, string? list) => kind switch
    {
        EntryKind.Talks => FolderItems.TalksContent(list!, map),
        EntryKind.Report => ItemJson.Of(Joined(map)),
        _ => ItemJson.Of(map),
    };

    // A report's lists are one text in a report file.
    private static YamlMap Joined(YamlMap map)
    {
        var joined = new OrderedDictionary<string, (Spot At, YamlItem Value)>(StringComparer.Ordinal);
        foreach (var (key, (at, value)) in map.Entries)
        {
            joined[key] = (at, value is YamlList list
                ? new YamlText(at, string.Join(';', list.Items.OfType<YamlText>().Select(t => t.Value)), false)
                : value);
        }

        return new YamlMap(map.At, joined);
    }
}
