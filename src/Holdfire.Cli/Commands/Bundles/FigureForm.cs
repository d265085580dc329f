using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>The form that a figure has before anything is asked of it: the one text in which commands print an answer, and its edition.</summary>
/// <remarks>One rule for both verifiers (docs/bundle-format.md): what has another form is refused, whatever it would be compared with.</remarks>
internal static partial class FigureForm
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };
    private static readonly JsonWriterOptions AsPrinted = new()
    {
        Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>By which edition a figure was made, or what its form should be.</summary>
    /// <param name="figure">The bytes of the figure.</param>
    /// <param name="command">The command that it is the answer of.</param>
    public static (FigureEdition? Edition, string? Expected) Read(ReadOnlyMemory<byte> figure, string command)
    {
        try
        {
            var form = $"holdfire/{(command == "assess" ? "assessment" : command)}/";
            using var answer = JsonDocument.Parse(figure, Strict);
            return !IsPrinted(answer.RootElement, figure.Span) ? (null, "the form in which commands print JSON")
                : answer.RootElement is not { ValueKind: JsonValueKind.Object } root || Text(root, "schema") is not { } schema || !IsOf(schema, form)
                    ? (null, $"{form} and a number under schema")
                : root.TryGetProperty("rules", out var rules) && rules.ValueKind != JsonValueKind.String && (command == "counts" || rules.ValueKind != JsonValueKind.Null) ? (null, "a text under rules, or no such member")
                : (new FigureEdition(schema, Text(root, "rules"), Text(root, "method")), null);
        }

        // A text with half of a letter is none.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, "JSON");
        }
    }

    private static bool IsPrinted(JsonElement root, ReadOnlySpan<byte> figure)
    {
        using var printed = new MemoryStream();
        using (var json = new Utf8JsonWriter(printed, AsPrinted))
        {
            Write(json, root);
        }

        printed.WriteByte((byte)'\n');
        return figure.SequenceEqual(printed.GetBuffer().AsSpan(0, (int)printed.Length));
    }

    // Texts and numbers are written anew, so that each has one form.
    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    // The other verifier cannot tell the order of members that are called by numbers, and no answer has such.
                    json.WritePropertyName(Digits().IsMatch(member.Name) ? throw new JsonException("a number as a name") : member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(value.GetString());
                break;
            case JsonValueKind.Number:
                WriteNumber(json, value.GetRawText());
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    // A whole number as it is; the shortest of any other, of which none that answers give is so large as to need an exponent.
    private static void WriteNumber(Utf8JsonWriter json, string text)
    {
        if (WholeNumber().IsMatch(text))
        {
            json.WriteNumberValue(decimal.Parse(text, CultureInfo.InvariantCulture));
        }
        else if (double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) && number != 0 && Math.Abs(number) < 1e15)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            throw new JsonException("a number beyond those that answers give");
        }
    }

    private static string? Text(JsonElement root, string key) =>
        root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsOf(string schema, string form) => schema.StartsWith(form, StringComparison.Ordinal) && Version().IsMatch(schema[form.Length..]);

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"^(0|-?[1-9][0-9]{0,27})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
