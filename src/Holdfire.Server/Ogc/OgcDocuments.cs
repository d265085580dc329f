using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Exports;
using Holdfire.Server.Ogc.Features;
using Holdfire.Server.Ogc.Filter;
using Holdfire.Views;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Server.Ogc;

/// <summary>The documents beside the features: landing page, conformance, collections, queryables, schema.</summary>
internal static class OgcDocuments
{
    /// <summary>The media type of the description of the API.</summary>
    public const string ApiType = "application/vnd.oai.openapi+json;version=3.0";

    /// <summary>How JSON is written.</summary>
    public static JsonSerializerOptions Written { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private const string Relations = "http://www.opengis.net/def/rel/ogc/1.0/";
    private const string Schema = "application/schema+json";

    private static readonly string[] Classes =
    [
        "ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-1/1.0/conf/geojson",
        "ogcapi-features-2/1.0/conf/crs",
        "ogcapi-features-3/1.0/conf/queryables", "ogcapi-features-3/1.0/conf/queryables-query-parameters", "ogcapi-features-3/1.0/conf/filter",
        "ogcapi-features-3/1.0/conf/features-filter",
        "cql2/1.0/conf/cql2-text", "cql2/1.0/conf/cql2-json", "cql2/1.0/conf/basic-cql2", "cql2/1.0/conf/advanced-comparison-operators",
        "cql2/1.0/conf/case-insensitive-comparison", "cql2/1.0/conf/basic-spatial-functions", "cql2/1.0/conf/basic-spatial-functions-plus",
        "cql2/1.0/conf/spatial-functions",
    ];

    /// <summary>The landing page.</summary>
    public static JsonObject Landing(OgcLinks links) => new()
    {
        ["title"] = links.Seen.View.Recorded.Title,
        ["description"] = "The record of a ceasefire: what each side claims, and what reports are about one event. Claims are claims: who makes each is said with it."
            + (links.Seen.View.Recorded.Invented ? " INVENTED: no person, place or event of this case is real." : ""),
        ["links"] = new JsonArray(
            links.To("self", "application/json", "this document", OgcEndpoint.Root),
            links.To("service-desc", ApiType, "the description of the API", $"{OgcEndpoint.Root}/api"),
            links.To("service-doc", "text/html", "about this case", "/about"),
            links.To("alternate", "text/html", "the pages of this case", "/"),
            links.To("conformance", "application/json", "what it conforms to", $"{OgcEndpoint.Root}/conformance"),
            links.To($"{Relations}conformance", "application/json", "what it conforms to", $"{OgcEndpoint.Root}/conformance"),
            links.To("data", "application/json", "the collections", $"{OgcEndpoint.Root}/collections"),
            links.To($"{Relations}data", "application/json", "the collections", $"{OgcEndpoint.Root}/collections")),
    };

    /// <summary>What it conforms to.</summary>
    public static JsonObject Conformance() => new()
    {
        ["conformsTo"] = new JsonArray([.. Classes.Select(c => (JsonNode)$"http://www.opengis.net/spec/{c}")]),
    };

    /// <summary>All collections.</summary>
    public static JsonObject Collections(OgcLinks links, CaseView view, Work work) => new()
    {
        ["links"] = new JsonArray(links.To("self", "application/json", "this document", $"{OgcEndpoint.Root}/collections")),
        ["crs"] = Systems(),
        ["collections"] = new JsonArray([.. FeatureCollection.All.Select(c => (JsonNode)Collection(c, links, view, work))]),
    };

    /// <summary>One collection.</summary>
    public static JsonObject Collection(FeatureCollection collection, OgcLinks links, CaseView view, Work work)
    {
        var (table, path) = (collection.Of(view, work), PathOf(collection));
        return new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["description"] = collection.Description,
            ["itemType"] = "feature",
            ["extent"] = Extent(table),
            ["crs"] = Systems(),
            ["storageCrs"] = OgcCrs.Usual.Uri,
            ["links"] = new JsonArray(
                links.To("self", "application/json", "this document", path),
                links.To("items", "application/geo+json", collection.Title, $"{path}/items"),
                links.To("describedby", Schema, "the properties of its features", $"{path}/schema"),
                links.To($"{Relations}schema", Schema, "the properties of its features", $"{path}/schema"),
                links.To($"{Relations}queryables", Schema, "what filters may name", $"{path}/queryables")),
        };
    }

    /// <summary>What filters may name.</summary>
    public static JsonObject Queryables(FeatureCollection collection, OgcLinks links) => SchemaAt(collection, links, "queryables");

    /// <summary>The properties of its features.</summary>
    public static JsonObject SchemaOf(FeatureCollection collection, OgcLinks links) => SchemaAt(collection, links, "schema");

    /// <summary>The schema of a column's values.</summary>
    public static JsonObject SchemaOf(ExportColumn column)
    {
        var schema = new JsonObject
        {
            ["title"] = column.Name,
            ["description"] = column.Unit.Length > 0 ? $"{column.Help} Unit: {column.Unit}." : column.Help,
            ["type"] = column.Kind switch
            {
                ExportKind.Whole => "integer",
                ExportKind.Decimal => "number",
                ExportKind.YesNo => "boolean",
                _ => "string",
            },
        };
        if (column.Kind == ExportKind.Instant)
        {
            schema["format"] = "date-time";
        }

        return schema;
    }

    private static JsonObject SchemaAt(FeatureCollection collection, OgcLinks links, string name)
    {
        var properties = new JsonObject
        {
            [FeatureFilter.ShapeName] = new JsonObject
            {
                ["title"] = FeatureFilter.ShapeName,
                ["description"] = "A point where the place is known to a kilometre, else the ground that is left possible; none where no place is known.",
                ["format"] = "geometry-any",
                ["x-ogc-role"] = "primary-geometry",
            },
        };
        foreach (var column in collection.Columns)
        {
            var schema = SchemaOf(column);
            if (RoleOf(column.Name) is { } role)
            {
                schema["x-ogc-role"] = role;
            }

            properties[column.Name] = schema;
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"{links.Site}{PathOf(collection)}/{name}",
            ["type"] = "object",
            ["title"] = collection.Title,
            ["description"] = collection.Description,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static string? RoleOf(string column) => column switch
    {
        "id" => "id",
        "from" => "primary-interval-start",
        "to" => "primary-interval-end",
        _ => null,
    };

    private static string PathOf(FeatureCollection collection) => $"{OgcEndpoint.Root}/collections/{collection.Id}";

    private static JsonArray Systems() => new([.. OgcCrs.All.Select(c => (JsonNode)c.Uri)]);

    private static JsonObject Extent(FeatureTable table)
    {
        var extent = new JsonObject();
        if (table.Bounds is { } box)
        {
            extent["spatial"] = new JsonObject
            {
                ["bbox"] = new JsonArray(new JsonArray(Rounded(box.MinX), Rounded(box.MinY), Rounded(box.MaxX), Rounded(box.MaxY))),
                ["crs"] = OgcCrs.Usual.Uri,
            };
        }

        var (from, to) = table.Span;
        extent["temporal"] = new JsonObject { ["interval"] = new JsonArray(new JsonArray(Time(from), Time(to))) };
        return extent;
    }

    private static double Rounded(double degrees) => Math.Round(degrees, OgcCrs.Usual.Digits);

    private static JsonNode? Time(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;
}
