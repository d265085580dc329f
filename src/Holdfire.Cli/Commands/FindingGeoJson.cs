using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Cli.Output;
using Holdfire.Findings;
using Holdfire.Places;
using NetTopologySuite.IO.Converters;

namespace Holdfire.Cli.Commands;

/// <summary>Findings as a GeoJSON feature collection (RFC 7946), one feature each, with the keys of the JSON as properties.</summary>
/// <remarks>
/// The geometry is what is known of the place, and the property <c>geometry_is</c> says which: the point, the outlines of the
/// areas, the centres of areas that have no outline, or nothing.
/// </remarks>
internal static class FindingGeoJson
{
    private static readonly JsonSerializerOptions Geometries = new() { Converters = { new GeoJsonConverterFactory() } };

    public static string Of(FindingAnswer answer)
    {
        var features = new JsonArray([.. answer.Findings.Select(f => Feature(f, answer))]);
        var collection = new JsonObject { ["type"] = "FeatureCollection", ["features"] = features };
        collection.Insert(1, "as_of", Texts.OfOptional(answer.AsOf));
        collection.Insert(2, "rules", answer.Rules.Version);
        collection.Insert(3, "parameters", answer.Parameters);
        if (answer.Case.Invented)
        {
            collection.Insert(1, "invented", true);
        }

        return collection.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static JsonObject Feature(Finding finding, FindingAnswer answer)
    {
        var (geometry, kind) = Geometry(finding.Subject, answer.Case.Places);
        var properties = JsonNode.Parse(Answer.Text(FindingJson.Of(finding, answer.Case)))!.AsObject();
        properties["geometry_is"] = kind;
        if (answer.Case.Invented)
        {
            properties.Insert(0, "invented", true);
        }

        return new JsonObject { ["type"] = "Feature", ["geometry"] = geometry, ["properties"] = properties };
    }

    private static (JsonNode? Geometry, string Kind) Geometry(FindingSubject subject, Gazetteer places)
    {
        if (subject.Point is { } circle)
        {
            return (Points("Point", Position(circle.Centre)), "point");
        }

        var outlines = subject.Areas.Select(places.OutlineOf).ToList();
        if (outlines.Count > 0 && !outlines.Contains(null))
        {
            var parts = outlines.Count == 1 ? outlines[0]! : NetTopologySuite.Operation.Union.UnaryUnionOp.Union(outlines);
            return (JsonSerializer.SerializeToNode(parts, Geometries), "outline");
        }

        var centres = subject.Areas.Select(a => places.Find(a)?.Centre).OfType<GeoPoint>().ToList();
        return centres.Count == 0 || centres.Count < subject.Areas.Length ? (null, "none")
            : (Points("MultiPoint", new JsonArray([.. centres.Select(Position)])), "centres");
    }

    private static JsonObject Points(string type, JsonArray coordinates) => new() { ["type"] = type, ["coordinates"] = coordinates };

    private static JsonArray Position(GeoPoint at) => [at.Longitude, at.Latitude];
}
