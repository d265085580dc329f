using System.Text.Json;
using Holdfire.CaseFormat;
using Holdfire.CaseFormat.Entries;
using Holdfire.Record.Entries;

namespace Holdfire.Importers;

/// <summary>Adds detections to a file of a case folder.</summary>
internal static class DetectionRows
{
    /// <summary>Writes the detections among these items after those that the file has; no file for none.</summary>
    /// <param name="caseFolder">The case folder.</param>
    /// <param name="name">The name of the file in <c>detections/</c>.</param>
    /// <param name="items">The items.</param>
    public static void Write(string caseFolder, string name, IEnumerable<CaseItem> items)
    {
        var rows = items.Where(i => i.Kind == EntryKind.Detection).Select(Fields).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var file = Path.Combine(caseFolder, DetectionFiles.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        CsvFiles.Write(file, DetectionWriter.Columns, CsvFiles.Rows(file, DetectionWriter.Columns).Concat(rows));
    }

    private static string[] Fields(CaseItem item)
    {
        using var content = JsonDocument.Parse(item.Content);
        return [.. DetectionWriter.Columns.Select(c => content.RootElement.TryGetProperty(c, out var value)
            ? value.ValueKind == JsonValueKind.Array ? string.Join(';', value.EnumerateArray().Select(JsonRecords.Text)) : JsonRecords.Text(value) : "")];
    }
}
