using System.Text.Json.Nodes;
using Holdfire.Server.Api;
using Holdfire.Server.Ogc.Features;

namespace Holdfire.Server.Ogc;

/// <summary>The description of the OGC API (OpenAPI 3.0, which its clients and test suites read).</summary>
internal static class OgcApiDocument
{
    /// <summary>The document.</summary>
    /// <param name="site">The address of the site.</param>
    public static JsonObject Make(string site)
    {
        var paths = new JsonObject
        {
            ["/"] = Get("landing", "The landing page.", "application/json", []),
            ["/conformance"] = Get("conformance", "What it conforms to.", "application/json", []),
            ["/api"] = Get("api", "This document.", OgcDocuments.ApiType, []),
            ["/collections"] = Get("collections", "The collections.", "application/json", []),
        };
        foreach (var collection in FeatureCollection.All)
        {
            var (path, id) = ($"/collections/{collection.Id}", collection.Id);
            paths[path] = Get($"{id}.collection", collection.Description, "application/json", []);
            paths[$"{path}/queryables"] = Get($"{id}.queryables", "What filters may name.", "application/schema+json", []);
            paths[$"{path}/schema"] = Get($"{id}.schema", "The properties of its features.", "application/schema+json", []);
            paths[$"{path}/items"] = Get($"{id}.items", collection.Description, "application/geo+json", [.. OfItems(), .. Properties(collection)]);
            paths[$"{path}/items/{{featureId}}"] = Get($"{id}.item", "One feature.", "application/geo+json", [FeatureId(), Crs("crs", "the system that shapes are given in")]);
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "Holdfire: OGC API – Features", ["version"] = "1.0",
                ["description"] = "Incidents, reports, findings and regional counts of a record.", ["license"] = new JsonObject { ["name"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = site + OgcEndpoint.Root }),
            ["paths"] = paths,
        };
    }

    private static JsonObject Get(string id, string summary, string type, JsonObject[] parameters) => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["parameters"] = new JsonArray([.. parameters, .. Coordinates()]),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = summary,
                    ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
                },
                ["400"] = Problem("A parameter is not known, or has no value that it can have."),
                ["404"] = Problem("There is no such thing."),
                ["503"] = Problem("The record cannot be read just now, or the answer took too long."),
            },
        },
    };

    private static JsonObject[] OfItems() =>
    [
        Parameter("limit", "the most features of a page", new JsonObject
        {
            ["type"] = "integer", ["minimum"] = 1, ["maximum"] = OgcRequest.MostLimit, ["default"] = OgcRequest.UsualLimit,
        }),
        Parameter("offset", "how many features stand on the pages before", new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["default"] = 0 }),
        Parameter("bbox", "only features whose shape meets this box", new JsonObject
        {
            ["oneOf"] = new JsonArray(Numbers(4), Numbers(6)),
        }),
        Parameter("datetime", "only features that may have been then: an instant, a date, or two with a slash between, '..' for an open end", Text()),
        Crs("bbox-crs", "the system that bbox is in"), Crs("crs", "the system that shapes are given in"),
        Parameter("filter", "only features for which this holds (CQL2)", Text()),
        Parameter("filter-lang", "the form of the filter", new JsonObject
        {
            ["type"] = "string", ["enum"] = new JsonArray([.. OgcRequest.Languages.Select(l => (JsonNode)l)]), ["default"] = OgcRequest.Languages[0],
        }),
        Crs("filter-crs", "the system that shapes in the filter are in"),
    ];

    private static IEnumerable<JsonObject> Properties(FeatureCollection collection) => collection.Columns.Select(c =>
    {
        var schema = OgcDocuments.SchemaOf(c);
        schema.Remove("title");
        schema.Remove("description");
        return Parameter(c.Name, $"only features with this value: {c.Help}", schema);
    });

    private static IEnumerable<JsonObject> Coordinates() => new[] { CommonOptions.RecordedAt, CommonOptions.KnownBy }
        .Select(o => Parameter(QueryRequest.NameOf(o.Name), o.Help, Text()))
        .Append(Parameter("f", "the form of the answer", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("json") }));

    private static JsonObject FeatureId() => new()
    {
        ["name"] = "featureId", ["in"] = "path", ["required"] = true, ["description"] = "the id of the feature", ["schema"] = Text(),
    };

    private static JsonObject Crs(string name, string help) => Parameter(name, help, new JsonObject
    {
        ["type"] = "string", ["format"] = "uri", ["enum"] = new JsonArray([.. OgcCrs.All.Select(c => (JsonNode)c.Uri)]), ["default"] = OgcCrs.Usual.Uri,
    });

    private static JsonObject Parameter(string name, string help, JsonObject schema) => new()
    {
        ["name"] = name, ["in"] = "query", ["required"] = false, ["description"] = help, ["schema"] = schema, ["style"] = "form", ["explode"] = false,
    };

    private static JsonObject Numbers(int count) => new()
    {
        ["type"] = "array", ["minItems"] = count, ["maxItems"] = count, ["items"] = new JsonObject { ["type"] = "number" },
    };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Problem(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [HttpProblem.ContentType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
    };
}
