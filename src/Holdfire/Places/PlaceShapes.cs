using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;

namespace Holdfire.Places;

/// <summary>Where something lies, as a shape to be shown: a point where it is known that well, else all the ground that is left possible.</summary>
/// <remarks>
/// A centre of a region is never shown as a point. Outlines are those of the case, else the generalised ones (<see cref="RegionOutlines"/>), else
/// the circle about the region: for showing, not for measuring. May be used by several threads.
/// </remarks>
/// <param name="places">The areas of the case.</param>
public sealed class PlaceShapes(Gazetteer places)
{
    /// <summary>A place within this radius is shown as a point, km.</summary>
    public const double PointWithinKm = 1;

    // About a kilometre: finer corners say nothing of an outline that is exact to some kilometres.
    private const double LeastCorner = 0.01;
    private static readonly GeometryFactory Plane = new(new PrecisionModel(), 4326);
    private static readonly ConcurrentDictionary<AreaCode, Geometry?> Generalised = new();
    private readonly ConcurrentDictionary<AreaCode, Geometry?> known = new();
    private readonly ConcurrentDictionary<string, Geometry?> unions = new(StringComparer.Ordinal);

    /// <summary>The shape, longitude then latitude in WGS 84 degrees, valid, cut at the 180th meridian; null where nothing is known of the place.</summary>
    /// <param name="areas">Areas of the case in the union of which it lies; empty where none is given.</param>
    /// <param name="place">Where it lies, or null.</param>
    public Geometry? Of(ImmutableArray<AreaCode> areas, GeoCircle? place)
    {
        if (place is not { } circle)
        {
            return OfAreas(areas);
        }

        if (circle.RadiusKm <= PointWithinKm)
        {
            return Plane.CreatePoint(new Coordinate(circle.Centre.Longitude, circle.Centre.Latitude));
        }

        // Both must allow it; where the outline is too coarse to meet the circle, the circle is what was said.
        var round = Circle(circle);
        return OfAreas(areas) is { } outline && outline.Intersection(round) is { IsEmpty: false, Dimension: Dimension.Surface } both ? both : round;
    }

    /// <summary>The ground of an area; null where neither an outline nor a circle of it is known.</summary>
    public Geometry? OfArea(AreaCode area) => known.GetOrAdd(area, code =>
    {
        if (places.Find(code) is null)
        {
            return null;
        }

        if (places.OutlineOf(code) is { } own)
        {
            return own;
        }

        var parts = places.RegionsOf([code]).Order().Select(OfRegion).ToList();
        return parts.Contains(null) ? null : parts.Count == 1 ? parts[0] : UnaryUnionOp.Union(parts);
    });

    /// <summary>The areas that a case draws itself, of its own outlines or of its own making; the regions of countries are drawn by <see cref="RegionOutlines"/>.</summary>
    /// <param name="named">The codes of areas that something names: an area without an outline of its own is drawn where it is one of them.</param>
    public IEnumerable<(Area Area, Geometry Ground)> OwnAreas(IReadOnlySet<string> named) =>
        from area in places.Areas
        where area.Outline is not null || (!area.Code.IsStandard && area.Members.IsEmpty && named.Contains(area.Code.Value))
        let ground = OfArea(area.Code)
        where ground is not null
        select (area, ground);

    /// <summary>The ground within a radius of a point, to about a hundredth of the radius.</summary>
    public static Geometry Circle(GeoCircle circle)
    {
        const int Corners = 48;
        var (lat, lon, km) = (circle.Centre.Latitude, circle.Centre.Longitude, circle.RadiusKm);
        var reach = Sphere.DegreesOf(km);
        if (lat + reach >= 90 || lat - reach <= -90)
        {
            // About a pole it is a band of all longitudes.
            return Plane.ToGeometry(new Envelope(
                -180, 180, lat - reach <= -90 ? -90 : Math.Max(-90, lat - reach), lat + reach >= 90 ? 90 : Math.Min(90, lat + reach)));
        }

        var ring = new Coordinate[Corners + 1];
        for (var i = 0; i < Corners; i++)
        {
            var at = Sphere.Destination(circle.Centre, km, -360.0 * i / Corners);
            ring[i] = new Coordinate(lon + Math.IEEERemainder(at.Longitude - lon, 360), at.Latitude);
        }

        ring[Corners] = ring[0].Copy();
        return CutAtMeridian(Plane.CreatePolygon(ring));
    }

    private Geometry? OfAreas(ImmutableArray<AreaCode> areas)
    {
        if (areas.IsEmpty)
        {
            return null;
        }

        return areas.Length == 1 ? OfArea(areas[0]) : unions.GetOrAdd(string.Join(' ', areas.Order()), _ =>
        {
            var parts = areas.Distinct().Order().Select(OfArea).ToList();
            return parts.Contains(null) ? null : UnaryUnionOp.Union(parts);
        });
    }

    private Geometry? OfRegion(AreaCode region)
    {
        var area = places.Find(region);
        return area?.Outline
            ?? Generalised.GetOrAdd(region, OutlineOf)
            ?? (area is { Centre: { } centre, RadiusKm: > 0 } ? Circle(new GeoCircle(centre, area.RadiusKm)) : null);
    }

    private static Geometry? OutlineOf(AreaCode region)
    {
        if (World.CountryOf(region) is not { } country)
        {
            return null;
        }

        var outline = RegionOutlines.Of(country).Where(o => o.Area == region).Select(o => o.Outline).FirstOrDefault();
        return outline is null ? null
            : GeometryFixer.Fix(TopologyPreservingSimplifier.Simplify(GeometryFixer.Fix(outline), LeastCorner)) is { IsEmpty: false } ground ? ground : null;
    }

    // RFC 7946, 3.1.9: what crosses the 180th meridian is cut there.
    private static Geometry CutAtMeridian(Geometry shape)
    {
        var box = shape.EnvelopeInternal;
        if (box.MinX >= -180 && box.MaxX <= 180)
        {
            return shape;
        }

        var turn = box.MinX < -180 ? 360 : -360;
        var world = Plane.ToGeometry(new Envelope(-180, 180, -90, 90));
        var other = AffineTransformation.TranslationInstance(turn, 0).Transform(shape);
        return shape.Intersection(world).Union(other.Intersection(world));
    }
}
