using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Holdfire.Server.Ogc;

/// <summary>Shapes as GeoJSON (RFC 7946), in any system of coordinates that is served.</summary>
internal static class GeoJsonShapes
{
    /// <summary>Writes a shape, or null.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="shape">The shape, longitude then latitude in WGS 84 degrees; null for none.</param>
    /// <param name="crs">The system that it is written in.</param>
    public static void Write(Utf8JsonWriter json, Geometry? shape, OgcCrs crs)
    {
        if (shape is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        if (shape is GeometryCollection { GeometryType: "GeometryCollection" } several)
        {
            json.WriteStartArray("geometries");
            foreach (var one in several.Geometries)
            {
                Write(json, one, crs);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates");
            Coordinates(json, shape, crs);
        }

        json.WriteEndObject();
    }

    private static void Coordinates(Utf8JsonWriter json, Geometry shape, OgcCrs crs)
    {
        switch (shape)
        {
            case Point point:
                Position(json, point.Coordinate, crs);
                break;
            case LineString line:
                Line(json, line.CoordinateSequence, crs, turned: false);
                break;
            case Polygon ground:
                json.WriteStartArray();
                Ring(json, ground.ExteriorRing, crs, isOuter: true);
                foreach (var hole in ground.InteriorRings)
                {
                    Ring(json, hole, crs, isOuter: false);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStartArray();
                for (var i = 0; i < shape.NumGeometries; i++)
                {
                    Coordinates(json, shape.GetGeometryN(i), crs);
                }

                json.WriteEndArray();
                break;
        }
    }

    // The right-hand rule (RFC 7946, 3.1.6): outer rings run counterclockwise, holes clockwise.
    private static void Ring(Utf8JsonWriter json, LineString ring, OgcCrs crs, bool isOuter) =>
        Line(json, ring.CoordinateSequence, crs, turned: NetTopologySuite.Algorithm.Orientation.IsCCW(ring.CoordinateSequence) != isOuter);

    private static void Line(Utf8JsonWriter json, CoordinateSequence line, OgcCrs crs, bool turned)
    {
        json.WriteStartArray();
        for (var i = 0; i < line.Count; i++)
        {
            var at = turned ? line.Count - 1 - i : i;
            Position(json, new Coordinate(line.GetX(at), line.GetY(at)), crs);
        }

        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate at, OgcCrs crs)
    {
        var there = crs.From(at);
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(there.X, crs.Digits));
        json.WriteNumberValue(Math.Round(there.Y, crs.Digits));
        json.WriteEndArray();
    }
}
