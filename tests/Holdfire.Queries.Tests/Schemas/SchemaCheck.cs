using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfire.Queries.Tests.Schemas;

/// <summary>Holds JSON against the part of JSON Schema that the schemas of answers use.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Errors(JsonElement value, JsonNode schema, JsonObject root, string path)
    {
        if (schema is not JsonObject rules)
        {
            return [];
        }

        if (rules["$ref"] is { } reference)
        {
            return Errors(value, Resolve(reference.GetValue<string>(), root), root, path);
        }

        var types = rules["type"] is JsonArray several ? several.Select(t => t!.GetValue<string>()).ToArray() : rules["type"] is { } one ? [one.GetValue<string>()] : [];
        return (types.Length > 0 && !types.Contains(KindOf(value)) && !(types.Contains("number") && KindOf(value) == "integer") ? [$"{path}: expected {string.Join(" or ", types)}"] : (string[])[])
            .Concat(rules["enum"] is JsonArray values && !values.Any(v => JsonSerializer.Serialize(v) == value.GetRawText()) ? [$"{path}: none of the values"] : [])
            .Concat(rules["const"] is { } only && JsonSerializer.Serialize(only) != value.GetRawText() ? [$"{path}: not the value"] : [])
            .Concat(rules["anyOf"] is JsonArray any && any.All(a => Errors(value, a!, root, path).Any()) ? [$"{path}: none of the forms"] : [])
            .Concat(value.ValueKind == JsonValueKind.Array && rules["items"] is { } items
                ? value.EnumerateArray().SelectMany((item, i) => Errors(item, items, root, $"{path}[{i}]")) : [])
            .Concat(value.ValueKind == JsonValueKind.Object ? Members(value, rules, root, path) : []);
    }

    private static IEnumerable<string> Members(JsonElement value, JsonObject rules, JsonObject root, string path)
    {
        foreach (var name in rules["required"]?.AsArray().Select(n => n!.GetValue<string>()) ?? [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{path}: no '{name}'";
            }
        }

        // An object of which the schema names no key may have any: the content of an entry.
        foreach (var member in rules["properties"] is null ? [] : value.EnumerateObject().ToArray())
        {
            if (rules["properties"]?[member.Name] is not { } schema)
            {
                yield return $"{path}: unknown '{member.Name}'";
                continue;
            }

            foreach (var error in Errors(member.Value, schema, root, $"{path}.{member.Name}"))
            {
                yield return error;
            }
        }
    }

    private static JsonNode Resolve(string reference, JsonObject root) => reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((JsonNode)root, (at, key) => at is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : at[key]!);

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
