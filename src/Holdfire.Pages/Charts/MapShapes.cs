using System.Text;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Places;
using NetTopologySuite.Geometries;

namespace Holdfire.Pages.Charts;

/// <summary>The outlines under a map of any country: the regions of the countries that a case knows, and outlines of its own.</summary>
/// <remarks>Generalised: for showing, not for measuring (docs/places.md).</remarks>
internal static class MapShapes
{
    private const double KmPerDegree = 111.2;

    /// <summary>The outlines that reach into the frame; holes are left out.</summary>
    /// <param name="known">The areas of the case.</param>
    /// <param name="project">From a place to the units of the drawing.</param>
    /// <param name="frame">The part that is shown.</param>
    public static IEnumerable<XElement> Draw(Gazetteer known, Func<GeoPoint, (double X, double Y)> project, (double X, double Y, double Width, double Height) frame)
    {
        var seen = new Envelope(frame.X, frame.X + frame.Width, frame.Y, frame.Y + frame.Height);
        return Countries(known).SelectMany(c => RegionOutlines.Of(c).Select(o => o.Outline)).Concat(known.Areas.Select(a => a.Outline).OfType<Geometry>())
            .SelectMany(g => Enumerable.Range(0, g.NumGeometries).Select(g.GetGeometryN).OfType<Polygon>())
            .Select(p => p.ExteriorRing.Coordinates.Select(c => project(new GeoPoint(c.Y, c.X))).ToList())
            .Where(ring => seen.Intersects(Around(ring))).Select(ring => Svg.Path(PathOf(ring), "outline"))
            .Concat(known.Areas.Where(a => a is { Outline: null, Centre: not null, RadiusKm: > 0 } && !a.Code.IsStandard).Select(a => Circle(a, project)));
    }

    // An area that a case declares as a circle is drawn as one.
    private static XElement Circle(Area area, Func<GeoPoint, (double X, double Y)> project)
    {
        var (x, y) = project(area.Centre!.Value);
        return Svg.Circle(x, y, Math.Abs(project(area.Centre.Value with { Latitude = area.Centre.Value.Latitude - (area.RadiusKm / KmPerDegree) }).Y - y), "outline circle", area.Name);
    }

    // Where a case names no country, those that are built in stand in its gazetteer for want of others.
    private static IEnumerable<string> Countries(Gazetteer known) => known.IsBuiltInAssumed ? []
        : known.Areas.Select(a => World.CountryOf(a.Code)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Envelope Around(List<(double X, double Y)> ring)
    {
        var envelope = new Envelope();
        ring.ForEach(p => envelope.ExpandToInclude(p.X, p.Y));
        return envelope;
    }

    private static string PathOf(List<(double X, double Y)> ring)
    {
        var path = new StringBuilder();
        for (var i = 0; i < ring.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Svg.N(ring[i].X)).Append(' ').Append(Svg.N(ring[i].Y));
        }

        return path.Append('Z').ToString();
    }
}
