using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Holdfire.Exports;

/// <summary>The <c>datapackage.json</c> beside exports (Frictionless Data Package 1): files, columns, units, terms, and from where the case was seen.</summary>
public static class DataPackage
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "datapackage.json";

    private const string Mark = "holdfire";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with this file added, or put in the place of an earlier export of the same name.</summary>
    /// <param name="before">The text of the file that is there; null for none.</param>
    /// <param name="table">The table that was exported.</param>
    /// <param name="format">Its form.</param>
    /// <param name="path">The name of the exported file, in the same folder.</param>
    /// <param name="licence">The terms under which it is handed on, in words or as an SPDX name; empty where the user states none.</param>
    /// <returns>The new text, or null where the file that is there was not made by an export.</returns>
    public static string? With(string? before, ExportTable table, ExportFormat format, string path, string licence)
    {
        JsonObject? package;
        try
        {
            package = before is null ? new JsonObject { ["name"] = "holdfire-export", ["created_by"] = Mark, ["resources"] = new JsonArray() } : JsonNode.Parse(before) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }

        if (package is null || package["created_by"]?.GetValueKind() != JsonValueKind.String || package["created_by"]!.GetValue<string>() != Mark || package["resources"] is not JsonArray resources)
        {
            return null;
        }

        foreach (var old in resources.Where(r => r?["path"]?.ToString() == path).ToList())
        {
            resources.Remove(old);
        }

        resources.Add(Resource(table, format, path, licence));
        return package.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Resource(ExportTable table, ExportFormat format, string path, string licence)
    {
        var resource = new JsonObject
        {
            ["name"] = $"{table.Name}-{format.Name}",
            ["path"] = path,
            ["title"] = $"{table.Title}: {table.Name}",
            ["description"] = table.Name == "reports" ? "Claims, each with who makes it. A claim is not a finding." : "Made from claims by stated rules. See docs/export.md of Holdfire.",
            ["mediatype"] = format.MediaType,
            ["encoding"] = "utf-8",
            ["rows"] = table.Rows.Length,
            ["invented"] = table.Invented,
            ["coordinates"] = new JsonObject
            {
                ["known_by"] = table.Coordinates.KnownBy is { } known ? InstantPattern.General.Format(known) : null,
                ["recorded_at"] = table.Coordinates.RecordedAt?.Size,
                ["audience"] = "public",
            },
            ["left_out"] = new JsonObject(table.LeftOut.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value))),
            ["schema"] = new JsonObject
            {
                ["fields"] = new JsonArray([.. table.Columns.Select(Field)]),
                ["missingValues"] = new JsonArray(""),
                ["primaryKey"] = new JsonArray(table.Name == "findings" ? ["id", "truce"] : ["id"]),
            },
        };
        if (licence.Length > 0)
        {
            resource["licenses"] = new JsonArray(new JsonObject { ["name"] = licence });
        }

        return resource;
    }

    private static JsonObject Field(ExportColumn column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Kind switch
            {
                ExportKind.Whole => "integer",
                ExportKind.Decimal => "number",
                ExportKind.YesNo => "boolean",
                ExportKind.Instant => "datetime",
                _ => "string",
            },
            ["description"] = column.Help,
        };
        if (column.Kind == ExportKind.YesNo)
        {
            (field["trueValues"], field["falseValues"]) = (new JsonArray("yes", "true"), new JsonArray("no", "false"));
        }

        if (column.Unit.Length > 0)
        {
            field["unit"] = column.Unit;
        }

        return field;
    }
}
