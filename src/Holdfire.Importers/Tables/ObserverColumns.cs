using System.Globalization;
using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>The columns that say where an observer stood and in what direction and distance something lay.</summary>
internal static class ObserverColumns
{
    /// <summary>The columns with their texts.</summary>
    /// <param name="post">Where the observer stood.</param>
    /// <param name="bearing">A point of the compass, or degrees.</param>
    /// <param name="nearKm">The least distance, km.</param>
    /// <param name="farKm">The greatest, km.</param>
    public static (string Column, string Value)[] Of(GeoPoint post, string bearing, double nearKm, double farKm) =>
    [
        ("observer_lat", Text(post.Latitude)), ("observer_lon", Text(post.Longitude)), ("observer_bearing", bearing),
        ("observer_range_km", nearKm < farKm ? $"{Text(nearKm)}..{Text(farKm)}" : Text(nearKm)),
    ];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
