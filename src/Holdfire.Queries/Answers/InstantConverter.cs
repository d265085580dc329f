using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Instants as ISO 8601 in UTC, to the minute where they have no seconds.</summary>
public sealed class InstantConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        QueryArguments.ReadInstant("instant", reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(Texts.Of(value));
}
