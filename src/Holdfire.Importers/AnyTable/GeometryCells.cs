using System.Globalization;
using Holdfire.Places;
using NetTopologySuite.Geometries;

namespace Holdfire.Importers;

/// <summary>A geometry as cells: a point, and for all else the middle with a radius that holds it.</summary>
internal static class GeometryCells
{
    /// <summary>Puts the cells; none are put for no geometry.</summary>
    public static void Put(Dictionary<string, string> cells, Geometry? geometry)
    {
        var at = geometry is null || geometry.IsEmpty ? null : geometry is Point point ? point.Coordinate : geometry.Envelope.Centroid.Coordinate;
        if (at is null || !(Math.Abs(at.Y) <= 90 && Math.Abs(at.X) <= 180))
        {
            (cells[TableRecords.Lat], cells[TableRecords.Lon], cells[TableRecords.RadiusKm]) = ("", "", "");
            return;
        }

        cells[TableRecords.Lat] = Text(at.Y);
        cells[TableRecords.Lon] = Text(at.X);
        var middle = new GeoPoint(at.Y, at.X);
        cells[TableRecords.RadiusKm] = geometry is Point ? ""
            : Text(Math.Ceiling(geometry!.Coordinates.Where(c => Math.Abs(c.Y) <= 90 && Math.Abs(c.X) <= 180).Max(c => Sphere.Distance(middle, new GeoPoint(c.Y, c.X))) * 10) / 10);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
