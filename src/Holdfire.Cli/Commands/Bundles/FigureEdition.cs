using System.Text.Json;

namespace Holdfire.Cli.Commands.Bundles;

/// <summary>By which form and rules an answer was made. Answers of different editions cannot be held against each other.</summary>
/// <param name="Schema">The form, such as <c>holdfire/counts/1</c>.</param>
/// <param name="Rules">The version of its rules; null where the query has none, or had none yet.</param>
internal sealed record FigureEdition(string Schema, string? Rules)
{
    /// <summary>The edition of an answer in JSON; null where the text is none.</summary>
    public static FigureEdition? Of(string figure)
    {
        try
        {
            using var answer = JsonDocument.Parse(figure);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "schema") is { } schema
                ? new FigureEdition(schema, Text(root, "rules")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Rules is null ? Schema : $"{Schema} by the rules {Rules}";

    private static string? Text(JsonElement root, string key) =>
        root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
