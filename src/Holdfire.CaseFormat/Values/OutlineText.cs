using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Valid;

namespace Holdfire.CaseFormat;

/// <summary>Reads the border of an area: a polygon or polygons as WKT (OGC 06-103r4) or as a GeoJSON geometry (RFC 7946).</summary>
internal static class OutlineText
{
    public const string Forms = "a polygon as WKT or GeoJSON, longitude then latitude in degrees, such as POLYGON ((8 47, 9 47, 9 48, 8 47))";
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The outline; null, with what was expected and found, where the text is none.</summary>
    public static Geometry? Read(string text, out (string Expected, string Found) fault)
    {
        fault = default;
        var geometry = Parse(text, out var isOpen);
        if (isOpen)
        {
            fault = ("rings that end at the point where they begin", text);
            return null;
        }

        if (geometry is not (Polygon or MultiPolygon) || geometry.IsEmpty)
        {
            fault = (Forms, geometry is null ? text : geometry.IsEmpty ? $"an empty {geometry.GeometryType}" : $"a {geometry.GeometryType}");
            return null;
        }

        if (Array.Find(geometry.Coordinates, c => !(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90)) is { } far)
        {
            fault = ("longitudes from -180 to 180 and latitudes from -90 to 90", Named(far));
            return null;
        }

        if (new IsValidOp(geometry).ValidationError is { } error)
        {
            fault = ("a valid polygon", FormattableString.Invariant($"{error.Message} at {Named(error.Coordinate)}"));
            return null;
        }

        return geometry;
    }

    private static Geometry? Parse(string text, out bool isOpen)
    {
        isOpen = false;
        try
        {
            return text.TrimStart().StartsWith('{')
                ? JsonSerializer.Deserialize<Geometry>(text, GeoJson) : new WKTReader().Read(text);
        }
        catch (Exception e) when (e is ParseException or JsonException or ArgumentException or InvalidOperationException
            or FormatException or IndexOutOfRangeException or NullReferenceException or NotSupportedException or OverflowException
            or InvalidCastException)
        {
            isOpen = e is ArgumentException && e.Message.Contains("closed linestring", StringComparison.OrdinalIgnoreCase);
            return null;
        }
    }

    private static string Named(Coordinate? at) => at is null ? "an unknown point" : FormattableString.Invariant($"{at.X} {at.Y}");
}
