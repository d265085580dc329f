using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>Where something lies that was seen or heard from a post in a direction and at a distance.</summary>
internal static class Sector
{
    private const double LeastKm = 0.5;

    /// <summary>The middle of the sector, and the greatest distance from there to its corners.</summary>
    /// <param name="post">Where the observer stood.</param>
    /// <param name="bearing">The direction, degrees from north over east.</param>
    /// <param name="halfWidth">How far off the direction may be, degrees.</param>
    /// <param name="nearKm">The least distance, km.</param>
    /// <param name="farKm">The greatest, km.</param>
    public static (GeoPoint Middle, double RadiusKm) Of(GeoPoint post, double bearing, double halfWidth, double nearKm, double farKm)
    {
        var middle = Destination(post, bearing, (nearKm + farKm) / 2);
        var corners = new[] { (nearKm, -halfWidth), (nearKm, halfWidth), (farKm, -halfWidth), (farKm, halfWidth) };
        var radius = corners.Max(c => Sphere.Distance(middle, Destination(post, bearing + c.Item2, c.Item1)));
        return (new GeoPoint(Math.Round(middle.Latitude, 6), Math.Round(middle.Longitude, 6)), Math.Max(LeastKm, Math.Ceiling(radius * 100) / 100));
    }

    /// <summary>The point at a distance in a direction along a great circle.</summary>
    public static GeoPoint Destination(GeoPoint from, double bearing, double km)
    {
        var (arc, turn) = (km / Sphere.Radius, bearing * Math.PI / 180);
        var (lat, lon) = (from.Latitude * Math.PI / 180, from.Longitude * Math.PI / 180);
        var sine = (Math.Sin(lat) * Math.Cos(arc)) + (Math.Cos(lat) * Math.Sin(arc) * Math.Cos(turn));
        var there = lon + Math.Atan2(Math.Sin(turn) * Math.Sin(arc) * Math.Cos(lat), Math.Cos(arc) - (Math.Sin(lat) * sine));
        return new GeoPoint(Math.Asin(Math.Clamp(sine, -1, 1)) * 180 / Math.PI, Math.IEEERemainder(there * 180 / Math.PI, 360));
    }
}
