using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfire.Queries;

/// <summary>Hours that may have no end: JSON has no infinity, so that is the word <c>open</c>.</summary>
public sealed class OpenHoursConverter : JsonConverter<double?>
{
    private const string Open = "open";

    /// <inheritdoc/>
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? double.PositiveInfinity : reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is double.PositiveInfinity)
        {
            writer.WriteStringValue(Open);
        }
        else if (value is { } hours)
        {
            writer.WriteNumberValue(hours);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
