using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace Holdfire.Places;

/// <summary>How places lie to one outline.</summary>
/// <remarks>
/// Edges are cut into pieces of at most a tenth of a degree before distances are taken, so that an edge that is straight in
/// degrees stays so. Outlines that cross the 180th meridian are to be given in two parts.
/// </remarks>
internal sealed class OutlineFit(Geometry outline)
{
    private const double LongestEdgeDegrees = 0.1;
    private const double Tolerance = 1e-9;
    private readonly IPreparedGeometry prepared = PreparedGeometryFactory.Prepare(outline);
    private readonly Geometry dense = NetTopologySuite.Densify.Densifier.Densify(outline, LongestEdgeDegrees);

    /// <summary>Whether the circle's centre lies within, and how far from it the border is, in kilometres.</summary>
    public (bool Within, double BorderKm) Of(GeoPoint centre)
    {
        var plane = new LocalPlane(centre);
        var within = prepared.Covers(outline.Factory.CreatePoint(new Coordinate(centre.Longitude, centre.Latitude)));
        return (within, plane.Project(dense.Boundary).Distance(outline.Factory.CreatePoint(new Coordinate(0, 0))));
    }

    /// <summary>Whether any of the circle lies within or at the border.</summary>
    public bool MayTouch(GeoCircle circle) => Of(circle.Centre) is var (within, border) && (within || border <= circle.RadiusKm);

    /// <summary>The share of another outline, measured in square degrees, that lies within: 0 to 1.</summary>
    public double ShareOf(Geometry other)
    {
        if (prepared.Covers(other))
        {
            return 1;
        }

        var share = prepared.Intersects(other) ? outline.Intersection(other).Area / other.Area : 0;
        return share < Tolerance ? 0 : share > 1 - Tolerance ? 1 : share;
    }
}
