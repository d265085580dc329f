using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfire.Server.Api;

/// <summary>The JSON of problems.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HttpProblem))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>Writes quotation marks and names of places as they are: this is no HTML.</summary>
    public static ProblemJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
