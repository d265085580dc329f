using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Holdfire.Exports;
using Holdfire.Server.Entries;
using Holdfire.Server.Events;

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
        ["paths"] = new JsonObject(QueryCatalogue.All.Concat(QueryCatalogue.OfRecords).Select(q => KeyValuePair.Create($"/api/v1/{q.Name.Replace(' ', '/')}", (JsonNode?)PathOf(q)))
            .Concat(ExportTables.Names.Select(n => KeyValuePair.Create($"/api/v1/{ExportEndpoint.Below}{n}", (JsonNode?)PathOfExport(n))))
            .Append(new(EntriesEndpoint.Path, PathOfEntries())).Append(new(EventsEndpoint.Path, PathOfEvents()))),
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject { ["Problem"] = SchemaOfProblem() },
            ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A key of holdfire user key add." } },
        },

        // Without a key a program is answered as anybody is.
        ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["key"] = new JsonArray() }),
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
                        ["schema"] = new JsonObject { ["type"] = f.Name is "csv" or "html" ? "string" : "object" },
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

    private static JsonObject PathOfExport(string rows) => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = $"export-{rows}",
            ["summary"] = $"The {rows} as a file for other programs, without what may not be handed on.",
            ["parameters"] = new JsonArray(
                Parameter("f", "the form of the file, where the header Accept does not say it", new JsonObject
                {
                    ["type"] = "string", ["enum"] = new JsonArray([.. ExportFormat.All.Select(f => (JsonNode)f.Name)]),
                }),
                Parameter("limit", "the most rows; all if left out", new JsonObject { ["type"] = "integer", ["minimum"] = 1 }),
                Parameter("cursor", "where to go on; the header Link of the page before says it", new JsonObject { ["type"] = "integer", ["minimum"] = 0 }),
                ParameterOf(CommonOptions.RecordedAt), ParameterOf(CommonOptions.KnownBy)),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "The file.",
                    ["content"] = new JsonObject(ExportFormat.All.DistinctBy(f => f.MediaType).Select(f => KeyValuePair.Create(f.MediaType, (JsonNode?)new JsonObject
                    {
                        ["schema"] = new JsonObject { ["type"] = "string" },
                    }))),
                },
                ["400"] = ProblemOf("A parameter is wrong."),
                ["422"] = ProblemOf("The question is too large to answer."),
                ["503"] = ProblemOf("The record cannot be read just now, or the answer took too long."),
            },
        },
    };

    private static JsonObject Parameter(string name, string help, JsonObject schema) =>
        new() { ["name"] = name, ["in"] = "query", ["description"] = help, ["required"] = false, ["schema"] = schema };

    private static JsonObject PathOfEntries() => new()
    {
        ["post"] = new JsonObject
        {
            ["operationId"] = "entries",
            ["summary"] = "Adds signed entries, all or none: with the key of somebody whose role lets it; where the server does not ask who is there, from the machine that it runs on.",
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/x-ndjson"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
                    ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = new JsonArray("array", "object") } },
                },
            },
            ["responses"] = new JsonObject
            {
                ["200"] = Taken("All were in the record already."),
                ["201"] = Taken("Added, and durable."),
                ["400"] = ProblemOf("The body holds no entries in canonical form."),
                ["401"] = ProblemOf("A key is needed, or the one that came is not good."),
                ["403"] = ProblemOf("Your role may not, the request is not from this machine, or the server only reads."),
                ["413"] = ProblemOf("The body is too large."),
                ["415"] = ProblemOf("The body is of another type."),
                ["422"] = ProblemOf("An entry does not stand to the rules of the record; nothing was added."),
                ["503"] = ProblemOf("Another program is writing the record."),
            },
        },
    };

    private static JsonObject Taken(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
    };

    private static JsonObject PathOfEvents() => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = "events",
            ["summary"] = "What is entered from now on, an event an entry.",
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "Server-sent events, without end.",
                    ["content"] = new JsonObject { ["text/event-stream"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } },
                },
                ["429"] = ProblemOf("One address listens to too many."),
                ["503"] = ProblemOf("Too many listen already."),
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
