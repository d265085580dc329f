using System.Text;
using Holdfire.Pages.Markup;
using NetTopologySuite.Geometries;

namespace Holdfire.Pages.Charts;

/// <summary>A part of the world as a drawing: equirectangular, true to scale at its middle latitude.</summary>
/// <param name="west">The least longitude, degrees.</param>
/// <param name="south">The least latitude.</param>
/// <param name="east">The greatest longitude.</param>
/// <param name="north">The greatest latitude.</param>
internal sealed class MapFrame(double west, double south, double east, double north)
{
    /// <summary>The width of the drawing, units of its view box.</summary>
    public const double Width = 900;

    // Corners nearer than this cannot be told apart, units of the view box.
    private const double LeastStep = 0.8;
    private const double LeastDegrees = 0.5;
    private readonly double perLatitude = Width / ((east - west) * Narrowing(south, north));
    private readonly double perLongitude = Width / (east - west);

    /// <summary>The height of the drawing.</summary>
    public double Height => (north - south) * perLatitude;

    /// <summary>Kilometres a unit of the view box.</summary>
    public double KmPerUnit => 111.2 / perLatitude;

    /// <summary>The part of the world that is seen, degrees.</summary>
    public Envelope Bounds { get; } = new(west, east, south, north);

    /// <summary>A frame about a box, with a margin, never higher than it is wide nor flatter than half of that.</summary>
    public static MapFrame About(Envelope box)
    {
        var narrowing = Narrowing(box.MinY, box.MaxY);
        var (wide, high) = (Math.Max(box.Width * narrowing, LeastDegrees) * 1.15, Math.Max(box.Height, LeastDegrees) * 1.15);
        (wide, high) = (Math.Max(wide, high), Math.Max(high, wide / 2));
        var (lon, lat) = (box.Centre.X, box.Centre.Y);
        return new MapFrame(lon - (wide / narrowing / 2), Math.Max(-90, lat - (high / 2)), lon + (wide / narrowing / 2), Math.Min(90, lat + (high / 2)));
    }

    /// <summary>Where a point lies in the drawing.</summary>
    public (double X, double Y) At(double longitude, double latitude) => ((longitude - west) * perLongitude, (north - latitude) * perLatitude);

    /// <summary>The data of an SVG path of a shape; empty where nothing of it can be seen.</summary>
    public string Path(Geometry shape)
    {
        var path = new StringBuilder();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Polygon ground && ground.EnvelopeInternal.Intersects(Bounds))
            {
                Ring(path, ground.ExteriorRing);
                foreach (var hole in ground.InteriorRings)
                {
                    Ring(path, hole);
                }
            }
        }

        return path.ToString();
    }

    private void Ring(StringBuilder path, LineString ring)
    {
        var points = new List<(double X, double Y)>();
        foreach (var corner in ring.Coordinates)
        {
            var at = At(corner.X, corner.Y);
            if (points.Count == 0 || Math.Abs(at.X - points[^1].X) + Math.Abs(at.Y - points[^1].Y) >= LeastStep)
            {
                points.Add(at);
            }
        }

        if (points.Count < 3)
        {
            return;
        }

        for (var i = 0; i < points.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Svg.N(points[i].X)).Append(' ').Append(Svg.N(points[i].Y));
        }

        path.Append('Z');
    }

    private static double Narrowing(double south, double north) => Math.Max(0.05, Math.Cos((south + north) / 2 * Math.PI / 180));
}
