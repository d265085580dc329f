using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Simplify;

namespace Holdfire.Server.Tiles;

/// <summary>Cuts a shape down to what a tile shows of it.</summary>
internal static class TileClip
{
    // So that the line along which a shape is cut lies outside of what is seen.
    private const double Margin = 1.0 / 32;

    // Web Mercator ends where the world is a square.
    private const double MostLatitude = 85.0511;

    /// <summary>A tile with a margin, longitude and latitude in degrees.</summary>
    public static Envelope Around(TileAddress address)
    {
        var box = address.Bounds;
        box.ExpandBy(box.Width * Margin, box.Height * Margin);
        return new Envelope(box.MinX, box.MaxX, Math.Max(-MostLatitude, box.MinY), Math.Min(MostLatitude, box.MaxY));
    }

    /// <summary>What of a shape lies in a box, no finer than the tile; null for nothing.</summary>
    public static Geometry? Of(Geometry shape, Envelope box, TileAddress address)
    {
        if (!shape.EnvelopeInternal.Intersects(box))
        {
            return null;
        }

        var plain = TopologyPreservingSimplifier.Simplify(shape, address.UnitDegrees);
        if (!plain.IsValid)
        {
            plain = GeometryFixer.Fix(plain);
        }

        var seen = box.Contains(plain.EnvelopeInternal) ? plain : plain.Intersection(plain.Factory.ToGeometry(box));
        return seen.IsEmpty || seen.Dimension != shape.Dimension ? null : seen;
    }
}
