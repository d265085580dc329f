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

    /// <summary>The most characters of an outline: the border of a large country in full detail takes about a third.</summary>
    public const int Longest = 4 << 20;

    private const int DeepestBrackets = 8;
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The outline; null, with what was expected and found, where the text is none.</summary>
    public static Geometry? Read(string text, out (string Expected, string Found) error)
    {
        error = Unreadable(text);
        if (error != default)
        {
            return null;
        }

        var geometry = Parse(text, out var isOpen);
        if (isOpen)
        {
            error = ("rings that end at the point where they begin", text);
            return null;
        }

        if (geometry is not (Polygon or MultiPolygon) || geometry.IsEmpty)
        {
            error = (Forms, geometry is null ? text : geometry.IsEmpty ? $"an empty {geometry.GeometryType}" : $"a {geometry.GeometryType}");
            return null;
        }

        if (Array.Find(geometry.Coordinates, c => !(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90)) is { } far)
        {
            error = ("longitudes from -180 to 180 and latitudes from -90 to 90", Named(far));
            return null;
        }

        if (LongStep(geometry) is { } step)
        {
            error = ("steps of at most 180 degrees of longitude; cut an area that crosses the 180th meridian into parts on both sides of it (RFC 7946, 3.1.9)", step);
            return null;
        }

        if (new IsValidOp(geometry).ValidationError is { } invalid)
        {
            error = ("a valid polygon", FormattableString.Invariant($"{invalid.Message} at {Named(invalid.Coordinate)}"));
            return null;
        }

        return geometry;
    }

    // What the libraries would overflow on, or pass over: brackets in brackets, what follows the geometry, other systems of coordinates.
    private static (string Expected, string Found) Unreadable(string text) =>
        text.Length > Longest ? (FormattableString.Invariant($"an outline of at most {Longest} characters"), FormattableString.Invariant($"{text.Length}"))
        : IsJson(text) ? OutlineReference.ErrorOfGeoJson(text)
        : Tail(text) is not { } tail ? (Forms, "brackets in brackets, more than 8 deep")
        : tail.Trim().Length > 0 ? ("nothing after the polygon", tail.Trim())
        : OutlineReference.ErrorOfWkt(text);

    private static bool IsJson(string text) => text.TrimStart().StartsWith('{');

    // What follows the bracket that closes the first; null where brackets are too deep.
    private static string? Tail(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth > DeepestBrackets)
            {
                return null;
            }

            if (depth <= 0 && text[at] == ')')
            {
                return text[(at + 1)..];
            }
        }

        return "";
    }

    // A step over more than half the globe goes the other way round. One from meridian to meridian is the whole of it.
    private static string? LongStep(Geometry outline)
    {
        foreach (var ring in Enumerable.Range(0, outline.NumGeometries).Select(outline.GetGeometryN).OfType<Polygon>()
            .SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing)).Select(r => r.Coordinates))
        {
            for (var i = 1; i < ring.Length; i++)
            {
                if (Math.Abs(ring[i].X - ring[i - 1].X) is > 180 and < 360)
                {
                    return FormattableString.Invariant($"{Named(ring[i - 1])} to {Named(ring[i])}");
                }
            }
        }

        return null;
    }

    private static Geometry? Parse(string text, out bool isOpen)
    {
        isOpen = false;
        try
        {
            return IsJson(text) ? JsonSerializer.Deserialize<Geometry>(text, GeoJson) : new WKTReader().Read(text);
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
