using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

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

        json.WriteStartObject("properties");
        foreach (var (column, value) in table.Columns.Zip(row.Values))
        {
            json.WritePropertyName(column.Name);
            Value(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case Instant or string:
            default:
                json.WriteStringValue(CellText.Of(value));
                break;
        }
    }
}
