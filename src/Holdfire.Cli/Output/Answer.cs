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
                Console.Out.WriteLine(Text(json));
                break;
            case OutputFormat.Csv:
                sheet().PrintCsv();
                break;
            default:
                sheet().PrintTable();
                break;
        }
    }

    /// <summary>The JSON text of an answer; the same answer gives the same bytes.</summary>
    public static string Text(object json) => JsonSerializer.Serialize(json, Json);
}
