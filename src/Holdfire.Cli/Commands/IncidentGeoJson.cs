using Holdfire.Cli.Output;
using Holdfire.Fusion;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>Incidents as GeoJSON (RFC 7946): a point each where a place is known, else no geometry.</summary>
internal static class IncidentGeoJson
{
    public static object Of(IEnumerable<Incident> incidents, string parameters, Instant? asOf, bool invented) => Answer.Marked(
        new
        {
            type = "FeatureCollection",
            as_of = Texts.OfOptional(asOf),
            parameters,
            features = incidents.Select(i => new
            {
                type = "Feature",
                id = i.Id.Value,
                geometry = i.Place is { } p
                    ? new { type = "Point", coordinates = (double[])[Math.Round(p.Centre.Longitude, 6), Math.Round(p.Centre.Latitude, 6)] }
                    : null,
                properties = Answer.Marked(IncidentJson.Of(i), invented),
            }),
        },
        invented);
}
