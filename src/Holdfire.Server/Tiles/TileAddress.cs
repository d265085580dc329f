using System.Globalization;
using NetTopologySuite.Geometries;

namespace Holdfire.Server.Tiles;

/// <summary>Which tile of the world: zoom, column from the west, row from the north, as web maps number them (Web Mercator).</summary>
/// <param name="Zoom">From 0, the whole world, to <see cref="MostZoom"/>.</param>
/// <param name="X">The column, from 0.</param>
/// <param name="Y">The row, from 0.</param>
internal readonly record struct TileAddress(int Zoom, int X, int Y)
{
    /// <summary>The finest: about 10 km to a tile. Places are not known better.</summary>
    public const int MostZoom = 12;

    /// <summary>The side of a tile in its own units.</summary>
    public const uint Extent = 4096;

    /// <summary>One of its own units on the ground at the equator, degrees.</summary>
    public double UnitDegrees => 360.0 / (Extent * Math.Pow(2, Zoom));

    /// <summary>What it covers, longitude and latitude in degrees.</summary>
    public Envelope Bounds => new(Longitude(X), Longitude(X + 1), Latitude(Y + 1), Latitude(Y));

    /// <summary>Reads zoom, column and row as they stand in an address.</summary>
    public static bool TryParse(string zoom, string x, string y, out TileAddress tile)
    {
        tile = default;
        if (!Whole(zoom, out var z) || z > MostZoom || !Whole(x, out var column) || !Whole(y, out var row) || column >> z != 0 || row >> z != 0)
        {
            return false;
        }

        tile = new TileAddress(z, column, row);
        return true;
    }

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private double Longitude(int column) => (column / Math.Pow(2, Zoom) * 360) - 180;

    private double Latitude(int row) => Math.Atan(Math.Sinh(Math.PI * (1 - (2 * row / Math.Pow(2, Zoom))))) * 180 / Math.PI;
}
