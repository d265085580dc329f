using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Holdfire.Exports;

/// <summary>The properties of a GeoJSON feature (RFC 7946, 3.2): each column with its value, null where nothing is said.</summary>
public static class GeoJsonProperties
{
    /// <summary>Writes the member <c>properties</c> of the feature that the writer is in.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="values">Their values in the same order: a truth, a whole number or a decimal, an instant, a text, or null.</param>
    /// <param name="timeOf">An instant as text.</param>
    public static void Write(Utf8JsonWriter json, ImmutableArray<ExportColumn> columns, ImmutableArray<object?> values, Func<Instant, string> timeOf)
    {
        json.WriteStartObject("properties");
        foreach (var (column, value) in columns.Zip(values))
        {
            json.WritePropertyName(column.Name);
            Value(json, value, timeOf);
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value, Func<Instant, string> timeOf)
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
            case Instant at:
                json.WriteStringValue(timeOf(at));
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
