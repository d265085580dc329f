using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace Holdfire.Queries.Tests.Schemas;

/// <summary>Makes the JSON Schema (draft 2020-12) of an answer from its type and the doc comments of the type.</summary>
internal static class AnswerSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Export = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    /// <summary>The types of all answers, by name.</summary>
    public static ImmutableArray<Type> Types { get; } =
        [.. typeof(QueryAnswer).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(QueryAnswer)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The name of the file of a type: <c>talks-history</c> for <c>TalksHistoryAnswer</c>.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name[..^"Answer".Length]);

    /// <summary>The schema.</summary>
    public static JsonObject Of(Type type)
    {
        var schema = AnswerJson.Written.GetJsonSchemaAsNode(type, Export).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema["properties"]!["schema"]!["pattern"] = "^holdfire/[a-z-]+/[0-9]+$";
        return schema;
    }

    /// <summary>The text of the file.</summary>
    public static string TextOf(Type type) => Of(type).ToJsonString(Indented) + "\n";

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode made)
    {
        var schema = made as JsonObject ?? [];
        var (type, property) = (context.TypeInfo.Type, context.PropertyInfo);
        var isNullable = Nullable.GetUnderlyingType(type) is not null;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Instant))
        {
            schema["type"] = isNullable ? new JsonArray("string", "null") : "string";
            schema["format"] = "date-time";
        }
        else if (property?.CustomConverter is OpenHoursConverter)
        {
            schema["anyOf"] = new JsonArray(new JsonObject { ["type"] = new JsonArray("number", "null") }, new JsonObject { ["const"] = "open" });
        }

        else if (context.TypeInfo.Kind == JsonTypeInfoKind.None && !schema.ContainsKey("type") && !schema.ContainsKey("enum") && (Nullable.GetUnderlyingType(type) ?? type).Namespace!.StartsWith(nameof(Holdfire), StringComparison.Ordinal))
        {
            // A code with a converter of its own.
            schema["type"] = isNullable ? new JsonArray("string", "null") : "string";
        }

        // The exporter takes what is only read for nullable.
        if (property is { IsGetNullable: false } && !isNullable && schema["type"] is JsonArray types)
        {
            schema["type"] = types.Single(t => t!.GetValue<string>() != "null")!.DeepClone();
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema["properties"] is JsonObject && !schema.ContainsKey("$ref"))
        {
            // Keys are always there, unless the answer leaves them out where there is nothing to say.
            schema["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(p => p.ShouldSerialize is null && p.Get is not null).Select(p => (JsonNode)p.Name)]);
        }

        if ((property is null ? DocComments.OfType(type) : DocComments.OfProperty(property)) is { } words)
        {
            schema.Insert(0, "description", words);
        }

        return schema;
    }
}
