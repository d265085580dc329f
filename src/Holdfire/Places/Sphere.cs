namespace Holdfire.Places;

/// <summary>Points on a sphere of the Earth's mean radius (IUGG), and a grid of bands and columns over it.</summary>
public static class Sphere
{
    /// <summary>Kilometres.</summary>
    public const double Radius = 6371.0088;

    private const double KmPerDegree = Radius * Math.PI / 180;

    /// <summary>The point in kilometres from the Earth's centre; distances between such points are chords.</summary>
    public static (double X, double Y, double Z) Point(GeoPoint at)
    {
        var (sinLat, cosLat) = Math.SinCos(at.Latitude * Math.PI / 180);
        var (sinLon, cosLon) = Math.SinCos(at.Longitude * Math.PI / 180);
        return (Radius * cosLat * cosLon, Radius * cosLat * sinLon, Radius * sinLat);
    }

    /// <summary>The point on the sphere in this direction from the Earth's centre.</summary>
    public static GeoPoint Direction(double x, double y, double z) =>
        new(Math.Atan2(z, Math.Sqrt((x * x) + (y * y))) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);

    /// <summary>The distance along the sphere of two points at this chord, km.</summary>
    public static double Arc(double chord) => 2 * Radius * Math.Asin(Math.Min(1, chord / (2 * Radius)));

    /// <summary>The distance of two points along the sphere, km.</summary>
    public static double Distance(GeoPoint a, GeoPoint b)
    {
        var (p, q) = (Point(a), Point(b));
        var (dx, dy, dz) = (p.X - q.X, p.Y - q.Y, p.Z - q.Z);
        return Arc(Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz)));
    }

    /// <summary>The point at a distance along the sphere in a direction.</summary>
    /// <param name="from">Where one stands.</param>
    /// <param name="km">How far, km.</param>
    /// <param name="bearing">The direction at the start, degrees from north by east.</param>
    public static GeoPoint Destination(GeoPoint from, double km, double bearing)
    {
        var (sinLat, cosLat) = Math.SinCos(from.Latitude * Math.PI / 180);
        var (sinArc, cosArc) = Math.SinCos(km / Radius);
        var (sinBearing, cosBearing) = Math.SinCos(bearing * Math.PI / 180);
        var latitude = Math.Asin(Math.Clamp((sinLat * cosArc) + (cosLat * sinArc * cosBearing), -1, 1));
        var turn = Math.Atan2(sinBearing * sinArc * cosLat, cosArc - (sinLat * Math.Sin(latitude)));
        return new GeoPoint(latitude * 180 / Math.PI, Math.IEEERemainder(from.Longitude + (turn * 180 / Math.PI), 360));
    }

    /// <summary>The band of a latitude, from the south pole.</summary>
    public static int BandOf(double latitude, double edgeKm) =>
        (int)Math.Floor(Math.Clamp(latitude + 90, 0, 180) * KmPerDegree / edgeKm);

    /// <summary>How many columns a degree of longitude has in a band, so that a column is about as wide as a band is high.</summary>
    public static double ColumnsPerDegree(int band, double edgeKm)
    {
        var middle = (((band + 0.5) * edgeKm / KmPerDegree) - 90) * Math.PI / 180;
        return Math.Max(Math.Cos(middle), 0.01) * KmPerDegree / edgeKm;
    }

    /// <summary>The column of a longitude, from -180 degrees.</summary>
    public static int ColumnOf(double longitude, double columnsPerDegree) =>
        (int)Math.Floor((longitude + 180) * columnsPerDegree);

    /// <summary>Degrees of latitude of this many kilometres.</summary>
    public static double DegreesOf(double km) => km / KmPerDegree;

    /// <summary>
    /// The most that longitudes of points within this distance of a point of this latitude can differ, degrees: the
    /// bounding box of a circle on the sphere.
    /// </summary>
    public static double LongitudeReach(double latitude, double arcKm)
    {
        var sine = Math.Sin(Math.Min(arcKm / Radius, Math.PI / 2));
        var cosine = Math.Cos(latitude * Math.PI / 180);
        return sine >= cosine ? 180 : Math.Asin(sine / cosine) * 180 / Math.PI;
    }
}
