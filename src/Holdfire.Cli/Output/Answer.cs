using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

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

    /// <summary>
    /// JSON is the whole answer and CSV rows of it; a table is the sheet, with what was known and with notes for a reader.
    /// </summary>
    public static void Print(
        OutputFormat format, object json, Func<Sheet> sheet, Instant? asOf = null, Func<IEnumerable<string>>? notes = null,
        CsvShape? csv = null)
    {
        switch (format)
        {
            case OutputFormat.Json:
                Console.Out.WriteLine(Text(json));
                break;
            case OutputFormat.Csv:
                CsvProjection.Write(Console.Out, JsonSerializer.SerializeToElement(json, Json), csv);
                break;
            default:
                if (asOf is { } known)
                {
                    Console.Out.WriteLine($"As of {Texts.Of(known)}: only what was known by then.");
                }

                sheet().PrintTable();
                foreach (var note in notes?.Invoke() ?? [])
                {
                    Console.Out.WriteLine(note);
                }

                break;
        }
    }

    /// <summary>The JSON text of an answer; the same answer gives the same bytes.</summary>
    public static string Text(object json) => JsonSerializer.Serialize(json, Json);
}
