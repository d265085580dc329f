using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Holdfire.Places;

/// <summary>Generalised outlines of first-level regions, for looking up where a point lies.</summary>
/// <remarks>
/// Exact to some kilometres, and missing where the source is older than today's regions. They settle nothing about borders, so no
/// analysis uses them: an area has an outline only where the case gives one (<c>docs/places.md</c>).
/// </remarks>
public static class RegionOutlines
{
    private static readonly ConcurrentDictionary<string, ImmutableArray<(AreaCode Area, Geometry Outline)>> Read = new(StringComparer.Ordinal);

    /// <summary>The outlines of a country's regions, longitude then latitude in WGS 84 degrees.</summary>
    /// <param name="country">Its code of two letters, in capitals.</param>
    public static ImmutableArray<(AreaCode Area, Geometry Outline)> Of(string country) => Read.GetOrAdd(country, c =>
    {
        var reader = new WKTReader();

        // Of a few very small regions generalising left nothing.
        return [.. Towns.Lines("outlines.zip", c).Where(f => !f[1].Contains("()", StringComparison.Ordinal)).Select(f => (new AreaCode(f[0]), reader.Read(f[1])))];
    });

    /// <summary>The regions of every country that has one whose middle lies in a box or near it.</summary>
    /// <param name="box">Longitude and latitude, degrees.</param>
    /// <param name="reach">How far from the box the middle of a region may lie whose outline may still reach into it, degrees.</param>
    public static IEnumerable<(AreaCode Area, Geometry Outline)> Near(Envelope box, double reach)
    {
        var near = new Envelope(box);
        near.ExpandBy(reach);
        return World.Countries.Select(c => c.Code).Where(c => World.AreasOf(c).Any(a => a.Centre is { } p && near.Contains(p.Longitude, p.Latitude))).SelectMany(c => Of(c));
    }

    /// <summary>The region of the country whose outline holds a point, or null.</summary>
    public static AreaCode? At(string country, GeoPoint point)
    {
        var at = new Coordinate(point.Longitude, point.Latitude);
        foreach (var (area, outline) in Of(country))
        {
            if (outline.EnvelopeInternal.Contains(at) && Holds(outline, at))
            {
                return area;
            }
        }

        return null;
    }

    // Ring by ring, since generalised outlines may cross themselves, which the library's overlay refuses.
    private static bool Holds(Geometry outline, Coordinate at) => Enumerable.Range(0, outline.NumGeometries).Select(outline.GetGeometryN)
        .OfType<Polygon>().Any(p => p.EnvelopeInternal.Contains(at)
            && NetTopologySuite.Algorithm.PointLocation.IsInRing(at, p.ExteriorRing.Coordinates)
            && !p.InteriorRings.Any(h => NetTopologySuite.Algorithm.PointLocation.IsInRing(at, h.Coordinates)));
}
