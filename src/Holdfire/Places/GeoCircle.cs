namespace Holdfire.Places;

/// <summary>A point and how far off it the truth may be: the place lies within the radius of the centre.</summary>
/// <remarks>The distance is taken on the sphere. A radius of 0 is the point itself, as given.</remarks>
public readonly record struct GeoCircle
{
    /// <summary>The largest radius: half of the Earth's circumference, rounded up.</summary>
    public const double LargestRadiusKm = 20_100;

    /// <summary>A place within a radius of a point.</summary>
    /// <param name="centre">The point, WGS 84: latitude -90 to 90, longitude -180 to 180.</param>
    /// <param name="radiusKm">The radius in kilometres, from 0 to <see cref="LargestRadiusKm"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range or is no number.</exception>
    public GeoCircle(GeoPoint centre, double radiusKm)
    {
        if (!(Math.Abs(centre.Latitude) <= 90 && Math.Abs(centre.Longitude) <= 180))
        {
            throw new ArgumentOutOfRangeException(nameof(centre), centre, "latitude -90 to 90, longitude -180 to 180");
        }

        if (!(radiusKm is >= 0 and <= LargestRadiusKm))
        {
            throw new ArgumentOutOfRangeException(nameof(radiusKm), radiusKm, "0 to 20100 km");
        }

        (Centre, RadiusKm) = (centre, radiusKm);
    }

    /// <summary>The point, WGS 84 in degrees.</summary>
    public GeoPoint Centre { get; }

    /// <summary>The radius in kilometres.</summary>
    public double RadiusKm { get; }
}
