using NetTopologySuite.Geometries;

namespace Holdfire.Places;

/// <summary>A plane about a point in which distances from that point are true: kilometres east and north.</summary>
/// <remarks>
/// Azimuthal equidistant projection of the sphere: J. P. Snyder, Map Projections, A Working Manual, USGS Professional Paper
/// 1395 (1987), p. 195. The radius is the mean one of the IUGG. Distances between two other points grow too long with the
/// distance from the centre: under one part in a thousand within 500 km.
/// </remarks>
internal sealed class LocalPlane(GeoPoint centre)
{
    private const double EarthRadiusKm = 6371.0088;
    private readonly (double Sin, double Cos) at = Math.SinCos(centre.Latitude * Math.PI / 180);

    /// <summary>The distance of a place, longitude and latitude in degrees, from the centre, in kilometres.</summary>
    public double DistanceKm(Coordinate place)
    {
        var projected = Project(place);
        return Math.Sqrt((projected.X * projected.X) + (projected.Y * projected.Y));
    }

    /// <summary>The geometry, longitudes and latitudes in degrees, in this plane.</summary>
    public Geometry Project(Geometry geometry)
    {
        var projected = geometry.Copy();
        projected.Apply(new Projection(this));
        projected.GeometryChanged();
        return projected;
    }

    private Coordinate Project(Coordinate place)
    {
        var (sin, cos) = Math.SinCos(place.Y * Math.PI / 180);
        var (sinEast, cosEast) = Math.SinCos((place.X - centre.Longitude) * Math.PI / 180);
        var (east, north) = (cos * sinEast, (at.Cos * sin) - (at.Sin * cos * cosEast));
        var length = Math.Sqrt((east * east) + (north * north));
        var angle = Math.Atan2(length, (at.Sin * sin) + (at.Cos * cos * cosEast));
        var scale = length > 0 ? EarthRadiusKm * angle / length : EarthRadiusKm;
        return new Coordinate(east * scale, north * scale);
    }

    private sealed class Projection(LocalPlane plane) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var projected = plane.Project(seq.GetCoordinate(i));
            seq.SetX(i, projected.X);
            seq.SetY(i, projected.Y);
        }
    }
}
