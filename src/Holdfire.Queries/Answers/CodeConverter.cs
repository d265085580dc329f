using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfire.Queries;

/// <summary>Codes of lists as their texts.</summary>
/// <param name="read">The code of a text.</param>
/// <typeparam name="T">The type of the code; its text is what <see cref="object.ToString"/> gives.</typeparam>
public sealed class CodeConverter<T>(Func<string, T> read) : JsonConverter<T>
    where T : struct
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
