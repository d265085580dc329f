namespace Holdfire.Places;

/// <summary>Where something was seen or heard from, in which direction and how far off.</summary>
/// <param name="Observer">Where the observer stood.</param>
/// <param name="Bearing">In which direction, or null where that is not said.</param>
/// <param name="NearKm">How far at least, km, or null where no distance is said.</param>
/// <param name="FarKm">How far at most, km; null with <paramref name="NearKm"/>.</param>
public sealed record Sighting(GeoPoint Observer, Bearing? Bearing, double? NearKm, double? FarKm)
{
    /// <summary>How far off what was heard or seen may be where no distance is said, km.</summary>
    public const double WithoutRangeKm = 15;

    /// <summary>The least radius of a place found from afar, km.</summary>
    public const double LeastKm = 0.5;

    /// <summary>The place of the event: the middle of the sector, with the distance to its farthest corner, at least half a kilometre.</summary>
    /// <remarks>Without a direction it lies anywhere within the distance; without a distance within <see cref="WithoutRangeKm"/>.</remarks>
    public GeoCircle Place
    {
        get
        {
            if (NearKm is not { } near || FarKm is not { } far)
            {
                return new GeoCircle(Observer, WithoutRangeKm);
            }

            if (Bearing is not { } bearing)
            {
                return new GeoCircle(Observer, Math.Max(LeastKm, far));
            }

            var middle = Sphere.Destination(Observer, (near + far) / 2, bearing.Degrees);
            var farthest = new[] { near, far }.Max(km => new[] { -bearing.Off, bearing.Off }
                .Max(off => Sphere.Distance(middle, Sphere.Destination(Observer, km, bearing.Degrees + off))));
            return new GeoCircle(middle, Math.Max(LeastKm, farthest));
        }
    }
}
