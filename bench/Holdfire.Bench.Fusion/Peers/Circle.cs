namespace Holdfire.Bench.Fusion.Peers;

/// <summary>A circle on the earth: degrees, and kilometres.</summary>
internal readonly record struct Circle(double Latitude, double Longitude, double RadiusKm)
{
    private const double EarthKm = 6371.0088;

    /// <summary>A circle about the middle of the centres that holds all of them.</summary>
    public static Circle Union(IReadOnlyList<Circle> circles)
    {
        var (latitude, longitude) = (circles.Average(c => c.Latitude), circles.Average(c => c.Longitude));
        return new Circle(latitude, longitude, circles.Max(c => c.RadiusKm + Km(latitude, longitude, c.Latitude, c.Longitude)));
    }

    /// <summary>The great-circle distance (haversine).</summary>
    public static double Km(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (a, b) = (latitudeA * Math.PI / 180, latitudeB * Math.PI / 180);
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin((longitudeB - longitudeA) * Math.PI / 360));
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }
}
