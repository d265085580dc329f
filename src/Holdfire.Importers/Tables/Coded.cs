using System.Globalization;
using Holdfire.CaseFormat;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>What the coded event data sets have in common: numbers, days, points.</summary>
internal static class Coded
{
    /// <summary>The first year that an event may be in: that of the earliest events of the coded data sets.</summary>
    public const int FirstYear = 1946;

    /// <summary>The last one; a typing error in a year goes beyond it more often than a future.</summary>
    public const int LastYear = 2100;

    /// <summary>The precision of a window that says: some time between these days, and no more.</summary>
    public static string Within { get; } = EnumText<TimePrecision>.Format(TimePrecision.Within);

    /// <summary>A whole number, also written as <c>3.0</c>; null where the column is blank or one of the words for nothing said.</summary>
    /// <exception cref="ImportException">It is something else.</exception>
    public static long? Number(SourceRow row, string column, params ReadOnlySpan<string> notSaid)
    {
        var text = row[column];
        if (text.Length == 0 || notSaid.Contains(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
                && part == decimal.Truncate(part) && Math.Abs(part) < 1_000_000_000_000 ? (long)part
            : throw row.Refusal(column, "a whole number");
    }

    /// <summary>A whole number between limits.</summary>
    /// <exception cref="ImportException">There is none.</exception>
    public static int Code(SourceRow row, string column, int least, int most) =>
        Number(row, column) is { } number && number >= least && number <= most ? (int)number
            : throw row.Refusal(column, $"a whole number from {least} to {most}");

    /// <summary>A day written as <c>2030-03-01</c>, with or without a clock time behind it, which is not looked at.</summary>
    /// <exception cref="ImportException">It is none, or its year cannot be meant.</exception>
    public static LocalDate Day(SourceRow row, string column)
    {
        var text = row[column];
        var day = text.Length == 10 || (text.Length > 10 && text[10] is ' ' or 'T') ? DateText.IsoDate(text[..10]) : null;
        return Checked(row, column, day ?? throw row.Refusal(column, "a date such as 2030-03-01"));
    }

    /// <summary>The same day where its year can be meant; feeds have sent years such as 0025.</summary>
    /// <exception cref="ImportException">It is not.</exception>
    public static LocalDate Checked(SourceRow row, string column, LocalDate day) =>
        day.Year is >= FirstYear and <= LastYear ? day
            : throw row.Refusal(column, FormattableString.Invariant($"a year from {FirstYear} to {LastYear}"));

    /// <summary>A point of two columns; null where they are blank or both 0, which is no place but a gap.</summary>
    /// <exception cref="ImportException">They are no degrees, or one of them is missing.</exception>
    public static GeoPoint? Point(SourceRow row, string latitude, string longitude, ImportContext context, char comma = '.')
    {
        if (row[latitude].Length == 0 && row[longitude].Length == 0)
        {
            return null;
        }

        var (lat, lon) = (Degrees(row, latitude, 90, comma), Degrees(row, longitude, 180, comma));
        if (lat == 0 && lon == 0)
        {
            context.Notes.Count("the point is 0, 0, which stands for none");
            return null;
        }

        return new GeoPoint(lat, lon);
    }

    /// <summary>Notes where a point lies outside the areas of its row, and whether its two numbers are changed round.</summary>
    public static void CheckPoint(GeoPoint point, double radiusKm, string areas, ImportContext context)
    {
        var off = DistanceTo(point, areas, context.Places) - radiusKm;
        if (areas.Length == 0 || !(off > 0))
        {
            return;
        }

        var swapped = Math.Abs(point.Longitude) <= 90 && DistanceTo(new GeoPoint(point.Longitude, point.Latitude), areas, context.Places) <= radiusKm;
        context.Notes.Example(
            "the point lies outside its area by more than its radius",
            $"point {Text(point.Latitude)}, {Text(point.Longitude)} with {areas}: it lies {Math.Ceiling(off).ToString(CultureInfo.InvariantCulture)} km outside"
            + (swapped ? "; swapped? changed round it lies inside" : ""));
    }

    /// <summary>Degrees with as many digits as were given.</summary>
    public static string Text(double degrees) => degrees.ToString(CultureInfo.InvariantCulture);

    private static double DistanceTo(GeoPoint point, string areas, Gazetteer places) =>
        areas.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(a => places.Find(new AreaCode(a))).OfType<Area>()
            .SelectMany(a => places.RegionsOf([a.Code])).Select(places.Find)
            .Where(a => a?.Centre is not null).Select(a => Math.Max(0, Sphere.Distance(a!.Centre!.Value, point) - a.RadiusKm))
            .DefaultIfEmpty(0).Min();

    private static double Degrees(SourceRow row, string column, double most, char comma) =>
        DegreesText.Of(row[column], most == 90 ? 'N' : 'E', comma) is { } degrees && Math.Abs(degrees) <= most ? degrees
            : throw row.Refusal(column, DegreesText.Expected(row[column], most));
}
