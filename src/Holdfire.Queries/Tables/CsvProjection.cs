using System.Text.Json;
using CsvHelper;
using Holdfire.CaseFormat;

namespace Holdfire.Queries;

/// <summary>An answer's JSON as rows of CSV (RFC 4180): the same names and values, described in docs/json.md.</summary>
/// <remarks>
/// A null is an empty cell. The ids of a list stand in one cell, parted by semicolons as in the case format; lists of
/// objects have no place in a row and are in the JSON alone. A cell that a spreadsheet would take for a formula has an apostrophe
/// in front (OWASP, "CSV Injection").
/// </remarks>
public static class CsvProjection
{
    private const char Between = ';';

    /// <summary>Writes the header and the rows.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="answer">The root of the JSON.</param>
    /// <param name="shape">What to write, or null for all values of the first list of objects.</param>
    public static void Write(TextWriter output, JsonElement answer, CsvShape? shape)
    {
        shape ??= ShapeOf(answer);
        using var csv = CsvWriter.Create(output, new CsvWriterOptions(), leaveOpen: true);
        csv.WriteRecord([.. shape.Columns.Select(NameOf)]);
        var also = shape.Also.Length > 0 && answer.TryGetProperty(shape.Also, out _) ? RowsOf([answer], [shape.Also]) : [];
        foreach (var row in RowsOf([answer], shape.Rows.Length == 0 ? [] : shape.Rows.Split('.')).Concat(also))
        {
            csv.WriteRecord([.. shape.Columns.Select(c => Cell(row, c))]);
        }

        csv.Flush();
    }

    /// <summary>The objects from the root to each row; the last is missing where an item further out has an empty list.</summary>
    private static IEnumerable<JsonElement?[]> RowsOf(JsonElement?[] path, string[] lists)
    {
        if (lists.Length == 0)
        {
            return [path];
        }

        if (path[^1] is { } at && at.TryGetProperty(lists[0], out var list) && list.GetArrayLength() > 0)
        {
            return list.EnumerateArray().SelectMany(item => RowsOf([.. path, item], lists[1..]));
        }

        return path.Length == 1 ? [] : RowsOf([.. path, null], lists[1..]);
    }

    private static string NameOf(string column) =>
        column.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? column[..at] : column.TrimStart('^').Replace('.', '_');

    private static string Cell(JsonElement?[] row, string column)
    {
        var path = column[(column.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var keys = path.TrimStart('^');
        return row[row.Length - 1 - (path.Length - keys.Length)] is { } from ? SpreadsheetText.Defused(string.Join(Between, Values(from, keys.Split('.')))) : "";
    }

    private static IEnumerable<string> Values(JsonElement at, string[] keys)
    {
        if (at.ValueKind == JsonValueKind.Array)
        {
            return at.EnumerateArray().SelectMany(item => Values(item, keys));
        }

        return keys.Length == 0 ? [Text(at)]
            : at.ValueKind == JsonValueKind.Object && at.TryGetProperty(keys[0], out var next) ? Values(next, keys[1..])
            : [];
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    private static CsvShape ShapeOf(JsonElement answer)
    {
        var lists = answer.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array).ToList();
        var above = answer.EnumerateObject().Where(p => p.Name != "schema" && !IsContainer(p.Value)).Select(p => p.Name);
        if (lists.Count == 0)
        {
            return new CsvShape("", [.. above]);
        }

        var rows = lists.Find(p => HoldsObjects(p.Value)) is { Value.ValueKind: JsonValueKind.Array } found ? found : lists[0];
        var leaves = rows.Value.EnumerateArray().SelectMany(r => Leaves(r, "")).Distinct().ToList();
        return new CsvShape(
            rows.Name,
            [.. above.Select(k => "^" + k), .. leaves.Where(l => !leaves.Exists(o => o.StartsWith(l + ".", StringComparison.Ordinal)))]);
    }

    private static IEnumerable<string> Leaves(JsonElement item, string before) => item.ValueKind != JsonValueKind.Object ? [] : item
        .EnumerateObject().Where(p => !HoldsObjects(p.Value))
        .SelectMany(p => p.Value.ValueKind == JsonValueKind.Object ? Leaves(p.Value, before + p.Name + ".") : [before + p.Name]);

    private static bool IsContainer(JsonElement value) => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private static bool HoldsObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().FirstOrDefault().ValueKind == JsonValueKind.Object;
}
