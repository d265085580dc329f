using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Holdfire.Exports;

/// <summary>A collection of GeoJSON features (RFC 7946): points, longitude then latitude; without a point the geometry is null.</summary>
internal static class GeoJsonExport
{
    public static void Write(ExportTable table, string file)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", table.Name);
        json.WriteStartArray("features");
        foreach (var row in table.Rows)
        {
            Feature(json, table, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Feature(Utf8JsonWriter json, ExportTable table, ExportRow row)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (row.Point is { } point)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(point.Longitude);
            json.WriteNumberValue(point.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        GeoJsonProperties.Write(json, table.Columns, row.Values, InstantPattern.General.Format);
        json.WriteEndObject();
    }
}
