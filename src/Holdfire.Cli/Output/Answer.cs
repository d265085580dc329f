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
    /// <remarks>What is printed of an invented case says so: in a line, a key or a column.</remarks>
    public static void Print(
        Terminal terminal, OutputFormat format, object json, Func<Sheet> sheet, Instant? asOf = null, Func<IEnumerable<string>>? notes = null,
        bool invented = false, CsvShape? csv = null)
    {
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Out.WriteLine(Text(Marked(json, invented)));
                break;
            case OutputFormat.Csv:
                CsvProjection.Write(
                    terminal.Out, JsonSerializer.SerializeToElement(Marked(json, invented), Json),
                    invented ? csv?.With("invented") : csv);
                break;
            case OutputFormat.Table:
                if (invented)
                {
                    terminal.Out.WriteLine(Mark);
                }

                if (asOf is { } known)
                {
                    terminal.Out.WriteLine($"As of {Texts.Of(known)}: only what was known by then.");
                }

                sheet().PrintTable(terminal);
                foreach (var note in notes?.Invoke() ?? [])
                {
                    terminal.Out.WriteLine(VisibleText.Line(note));
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "a map is drawn by the query that has places");
        }
    }

    /// <summary>What stands above a table of an invented case.</summary>
    public const string Mark = "INVENTED: no person, place or event in this case is real.";

    /// <summary>The answer; one about an invented case says so under its second key.</summary>
    public static object Marked(object json, bool invented)
    {
        if (!invented)
        {
            return json;
        }

        var node = JsonSerializer.SerializeToNode(json, Json)!.AsObject();
        node.Insert(Math.Min(1, node.Count), "invented", true);
        return node;
    }

    /// <summary>The JSON text of an answer; the same answer gives the same bytes.</summary>
    public static string Text(object json) => JsonSerializer.Serialize(json, Json);
}
