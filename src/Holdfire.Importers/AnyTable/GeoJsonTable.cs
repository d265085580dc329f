using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Holdfire.Importers;

/// <summary>The features of GeoJSON (RFC 7946): their properties, and where they are.</summary>
internal static class GeoJsonTable
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The features as cells by name; null where the file is other JSON.</summary>
    public static IReadOnlyList<Dictionary<string, string>>? Rows(ImportFile file)
    {
        using var document = JsonRecords.Parse(file);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return [.. features.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object).Select(Cells)];
    }

    private static Dictionary<string, string> Cells(JsonElement feature)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            JsonRecords.Flatten("", properties, cells);
        }

        if (feature.TryGetProperty("id", out var id) && !cells.ContainsKey("id"))
        {
            cells["id"] = JsonRecords.Text(id);
        }

        GeometryCells.Put(cells, feature.TryGetProperty("geometry", out var geometry) ? Read(geometry) : null);
        return cells;
    }

    private static Geometry? Read(JsonElement geometry)
    {
        try
        {
            return geometry.ValueKind == JsonValueKind.Object ? geometry.Deserialize<Geometry>(GeoJson) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException
            or NullReferenceException or IndexOutOfRangeException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }
}
