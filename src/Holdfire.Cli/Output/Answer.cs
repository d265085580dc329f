using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfire.Cli.Output;

/// <summary>Prints an answer in the form asked for.</summary>
internal static class Answer
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>JSON is the whole answer; table and CSV print the sheet.</summary>
    public static void Print(OutputFormat format, object json, Func<Sheet> sheet)
    {
        switch (format)
        {
            case OutputFormat.Json:
                Console.Out.WriteLine(JsonSerializer.Serialize(json, Json));
                break;
            case OutputFormat.Csv:
                sheet().PrintCsv();
                break;
            default:
                sheet().PrintTable();
                break;
        }
    }
}
