using System.Globalization;
using NetTopologySuite.Geometries;

namespace Holdfire.Importers;

/// <summary>Places of a country file of GeoNames (<c>LB.txt</c>): tab-separated, 19 columns, no header, UTF-8.</summary>
/// <remarks>Columns after the readme of the GeoNames dump. Populated places alone: what else the file holds are hills, streams, buildings.</remarks>
internal static class GeoNamesPlaces
{
    private const int Columns = 19;

    /// <summary>A village of GeoNames is a point; this circle stands for the place, km.</summary>
    private const double Radius = 2;

    /// <exception cref="UnreadableFileException">A line is not of the form.</exception>
    public static IEnumerable<FoundPlace> Read(string file, string text, long leastPopulation)
    {
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var fields = line.Split('\t');
            if (fields.Length != Columns || !double.TryParse(fields[4], CultureInfo.InvariantCulture, out var lat)
                || !double.TryParse(fields[5], CultureInfo.InvariantCulture, out var lon) || !(Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180))
            {
                throw new UnreadableFileException(
                    file, number, "", "a country file of GeoNames: 19 columns parted by tabs, the fifth and sixth latitude and longitude", $"{fields.Length} columns");
            }

            if (fields[6] == "P" && (!long.TryParse(fields[14], CultureInfo.InvariantCulture, out var people) || people >= leastPopulation))
            {
                yield return new FoundPlace(
                    $"X-GN{fields[0]}", fields[1], "", fields[2] == fields[1] ? [] : [fields[2]], "", new Coordinate(lon, lat), Radius, null);
            }
        }
    }
}
