using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Holdfire.Server.Api;

/// <summary>The description of the API (OpenAPI 3.1), made from the catalogue: its queries, their options, their answers.</summary>
internal static class OpenApiDocument
{
    private const string Version = "1.0";

    /// <summary>The document.</summary>
    public static ReadOnlyMemory<byte> Bytes { get; } = JsonSerializer.SerializeToUtf8Bytes(Make());

    private static JsonObject Make() => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Holdfire",
            ["version"] = Version,
            ["description"] = "The record of a ceasefire: what was agreed, what each side claims, what evidence bears out, whether it held.",
            ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["paths"] = new JsonObject(QueryCatalogue.All.Select(q => KeyValuePair.Create($"/api/v1/{q.Name.Replace(' ', '/')}", (JsonNode?)PathOf(q)))),
        ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Problem"] = SchemaOfProblem() } },
    };

    private static JsonObject PathOf(QueryInfo query) => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = query.Name.Replace(' ', '-'),
            ["summary"] = query.Help,
            ["parameters"] = new JsonArray([.. QueryRequest.ParametersOf(query).Select(ParameterOf), FormOf(query)]),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "The answer, with the coordinates that it was given at.",
                    ["headers"] = new JsonObject
                    {
                        ["ETag"] = new JsonObject { ["description"] = "The same tag, the same answer.", ["schema"] = new JsonObject { ["type"] = "string" } },
                    },
                    ["content"] = new JsonObject(AnswerForms.Of(query).Select(f => KeyValuePair.Create(f.ContentType.Split(';')[0], (JsonNode?)new JsonObject
                    {
                        ["schema"] = new JsonObject { ["type"] = f.Name == "csv" ? "string" : "object" },
                    }))),
                },
                ["304"] = new JsonObject { ["description"] = "The answer is the one that the tag was of." },
                ["400"] = ProblemOf("A parameter is wrong."),
                ["404"] = ProblemOf("There is no such thing, or not for you."),
                ["422"] = ProblemOf("The question is too large to answer."),
                ["503"] = ProblemOf("The record cannot be read just now, or the answer took too long."),
            },
        },
    };

    private static JsonNode ParameterOf(OptionInfo option) => new JsonObject
    {
        ["name"] = QueryRequest.NameOf(option.Name),
        ["in"] = "query",
        ["description"] = option.Help,
        ["required"] = option.Required || option.Kind == OptionKind.Position,
        ["schema"] = option.Kind == OptionKind.Flag ? new JsonObject { ["type"] = "boolean" }
            : option.Default is { } value ? new JsonObject { ["type"] = "string", ["default"] = value } : new JsonObject { ["type"] = "string" },
    };

    private static JsonObject FormOf(QueryInfo query) => new JsonObject
    {
        ["name"] = "f",
        ["in"] = "query",
        ["description"] = "the form of the answer, where the header Accept does not say it",
        ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. AnswerForms.Of(query).Select(f => (JsonNode)f.Name)]) },
    };

    private static JsonObject ProblemOf(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject
        {
            [HttpProblem.ContentType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
        },
    };

    private static JsonNode SchemaOfProblem() => ProblemJson.Default.HttpProblem.GetJsonSchemaAsNode();
}
