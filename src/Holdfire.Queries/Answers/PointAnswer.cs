using Holdfire.Places;

namespace Holdfire.Queries;

/// <summary>A point and how far off it the truth may be.</summary>
/// <param name="Lat">The latitude, WGS 84 degrees from -90 to 90.</param>
/// <param name="Lon">The longitude, from -180 to 180.</param>
/// <param name="RadiusKm">The radius in kilometres.</param>
public sealed record PointAnswer(double Lat, double Lon, double RadiusKm)
{
    /// <summary>From a circle, or null where there is none.</summary>
    public static PointAnswer? Of(GeoCircle? circle) => circle is { } c ? new(c.Centre.Latitude, c.Centre.Longitude, c.RadiusKm) : null;
}
