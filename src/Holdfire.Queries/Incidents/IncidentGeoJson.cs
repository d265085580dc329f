using System.Text.Json.Nodes;

namespace Holdfire.Queries;

/// <summary>Incidents as GeoJSON (RFC 7946): a point each where a place is known, else no geometry.</summary>
internal static class IncidentGeoJson
{
    private const int Digits = 6;

    public static string Of(IncidentsAnswer answer) => GeoJson.Text(
        GeoJson.Collection(answer, ("as_of", Texts.OfOptional(answer.AsOf)), ("parameters", answer.Parameters)),
        answer.Incidents.Select(i => new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = i.Id,
            ["geometry"] = i is { Lat: { } lat, Lon: { } lon }
                ? new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(Math.Round(lon, Digits), Math.Round(lat, Digits)) } : null,
            ["properties"] = GeoJson.Properties(answer, i),
        }));
}
