using System.Globalization;
using System.Text;
using System.Text.Json;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>Adds items to the lists of a YAML file and leaves all else in it as people wrote it.</summary>
internal static class YamlLines
{
    private const int Wide = 160;
    private static readonly string[] FirstKeys = ["id", "name", "title", "report", "kind"];

    /// <summary>The text with items at the end of a list.</summary>
    /// <param name="text">The text of the file; blank for a new one.</param>
    /// <param name="key">The key of the list; blank where the root is the list.</param>
    /// <param name="items">The items, in one line or more each, without the dash.</param>
    /// <returns>Null where the list is written in one line with brackets, to which nothing can be added line by line.</returns>
    public static string? Added(string text, string key, IReadOnlyList<string> items)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        if (lines is [""])
        {
            lines.Clear();
        }

        var at = key.Length == 0 ? -1 : lines.FindIndex(l => l.StartsWith(key + ":", StringComparison.Ordinal));
        if (key.Length > 0 && at < 0)
        {
            lines.Add(key + ":");
            at = lines.Count - 1;
        }

        var head = at < 0 ? "" : WithoutComment(lines[at][(key.Length + 1)..]);
        if (head is "[]" or "~" or "null" || (at < 0 && lines is ["[]"]))
        {
            lines[Math.Max(at, 0)] = at < 0 ? "" : key + ":";
        }
        else if (head.Length > 0 || (at < 0 && lines.Find(l => WithoutComment(l).Length > 0) is { } root && !root.StartsWith('-') && root is not ("---")))
        {
            return null;
        }

        var end = at + 1;
        while (end < lines.Count && (at < 0 || lines[end].Length == 0 || lines[end][0] is ' ' or '-' or '#'))
        {
            end++;
        }

        while (end > at + 1 && (lines[end - 1].Length == 0 || lines[end - 1][0] == '#'))
        {
            end--;
        }

        var first = lines.Skip(at + 1).Take(end - at - 1).FirstOrDefault(l => l.TrimStart().StartsWith('-'));
        var indent = first is null ? (key.Length == 0 ? "" : "  ") : first[..^first.TrimStart().Length];
        lines.InsertRange(end, items.SelectMany(i => i.Split('\n').Select((l, n) => indent + (n == 0 ? "- " : "  ") + l)));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>An item as YAML: in one line where it is short, else a line a key.</summary>
    public static string Of(CaseItem item)
    {
        using var content = JsonDocument.Parse(item.Content);
        var keys = Keys(content.RootElement).ToArray();
        var one = Flow(content.RootElement);
        return one.Length <= Wide ? one : string.Join('\n', keys.Select(k => $"{k.Name}: {Flow(k.Value)}"));
    }

    /// <summary>What would keep an item out of a case, or its line from being read as what was written; null for nothing.</summary>
    public static Error? ErrorOf(CaseItem item)
    {
        if (EnteredItem.ErrorOf(item) is { } error)
        {
            return error;
        }

        // Detections stand in tables.
        if (item.Kind == EntryKind.Detection)
        {
            return null;
        }

        var errors = new ErrorList();
        var read = YamlTree.Read("", Of(item), errors);
        return errors.Count > 0 ? errors.Sorted()[0]
            : read is YamlMap map && ItemJson.Of(map).AsSpan().SequenceEqual(item.Content.Span) ? null
            : new Error(InputErrorCodes.Invalid, "", "text that a YAML file can hold", "characters that are read otherwise") { Line = 1, Column = 1 };
    }

    private static string WithoutComment(string text) =>
        (text.TrimStart().StartsWith('#') ? "" : text.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text).Trim();

    private static IEnumerable<JsonProperty> Keys(JsonElement map) =>
        map.EnumerateObject().OrderBy(p => Array.IndexOf(FirstKeys, p.Name) is >= 0 and var at ? at : FirstKeys.Length);

    private static string Flow(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", Keys(value).Select(k => $"{k.Name}: {Flow(k.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(Flow)) + "]",
        _ => Scalar(JsonRecords.Text(value)),
    };

    // Plain where no reader could take it for anything else.
    private static string Scalar(string text)
    {
        var isPlain = text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text is not ("null" or "true" or "false")
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '/' or '+' || c == ' ') && text[^1] != ' '
            && !text.Contains("  ", StringComparison.Ordinal);
        if (isPlain)
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\x7f' or '\x85' or '\u2028' or '\u2029' or '\uFEFF' => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
