using System.Globalization;
using Holdfire.Places;

namespace Holdfire.Importers;

/// <summary>The columns that say where an observer stood and in what direction and distance something lay.</summary>
internal static class ObserverColumns
{
    /// <summary>The columns with their texts.</summary>
    public static (string Column, string Value)[] Of(GeoPoint post, double bearing, double halfWidth, double nearKm, double farKm) =>
    [
        ("observer_lat", Text(post.Latitude)), ("observer_lon", Text(post.Longitude)), ("bearing", Text(bearing)), ("bearing_error", Text(halfWidth)),
        ("range_min_km", Text(nearKm)), ("range_max_km", Text(farKm)),
    ];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
