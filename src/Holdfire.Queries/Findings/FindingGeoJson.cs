using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfire.Findings;
using Holdfire.Places;
using NetTopologySuite.IO.Converters;

namespace Holdfire.Queries;

/// <summary>Findings as a GeoJSON feature collection (RFC 7946), one feature each, with the keys of the JSON as properties.</summary>
/// <remarks>
/// The geometry is what is known of the place, and the property <c>geometry_is</c> says which: the point, the outlines of the
/// areas, the centres of areas that have no outline, or nothing.
/// </remarks>
internal static class FindingGeoJson
{
    private static readonly JsonSerializerOptions Geometries = new() { Converters = { new GeoJsonConverterFactory() } };

    public static string Of(FindingsMade made, FindingsAnswer answer) => GeoJson.Text(
        GeoJson.Collection(answer, ("as_of", Texts.OfOptional(answer.AsOf)), ("rules", answer.Rules), ("parameters", answer.Parameters)),
        made.Findings.Zip(answer.Findings, (finding, row) => Feature(finding.Subject, row, made.Case.Places, answer)));

    private static JsonObject Feature(FindingSubject subject, FindingsAnswerRow row, Gazetteer places, FindingsAnswer answer)
    {
        var (geometry, kind) = Geometry(subject, places);
        var properties = GeoJson.Properties(answer, row);
        properties["geometry_is"] = kind;
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
