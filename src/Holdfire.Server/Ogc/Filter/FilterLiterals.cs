using NetTopologySuite.Geometries;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>Reads literals that both forms of CQL2 have.</summary>
internal static class FilterLiterals
{
    private static readonly GeometryFactory Plane = new(new PrecisionModel(), 4326);

    /// <summary>An instant in UTC or with an offset, to any part of a second; null where it is none.</summary>
    public static Instant? TimeOf(string text) =>
        InstantPattern.ExtendedIso.Parse(text) is { Success: true } utc ? utc.Value
        : OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } with ? with.Value.ToInstant() : null;

    /// <summary>The start of a date in UTC; null where it is none.</summary>
    public static Instant? DateOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value.AtMidnight().InUtc().ToInstant() : null;

    /// <summary>An instant or a date; null where it is neither.</summary>
    public static Instant? TimeOrDateOf(string text) => TimeOf(text) ?? DateOf(text);

    /// <summary>A shape that can be compared, in longitude and latitude.</summary>
    /// <param name="shape">The shape as it was given.</param>
    /// <param name="crs">The system that it was given in.</param>
    /// <exception cref="FilterException">It is no valid shape.</exception>
    public static FilterValue.Shape ShapeOf(Geometry shape, OgcCrs crs)
    {
        var usual = crs.ToUsual(shape);
        return usual.Coordinates.All(c => double.IsFinite(c.X) && double.IsFinite(c.Y)) && !usual.IsEmpty && usual.IsValid && usual is not GeometryCollection { GeometryType: "GeometryCollection" }
            ? new FilterValue.Shape(usual) : throw new FilterException("", "a valid shape that is not empty", "another");
    }

    /// <summary>A box, which may cross the 180th meridian.</summary>
    /// <param name="numbers">Four numbers: the least and the greatest of the first and second coordinate; or six, with heights.</param>
    /// <param name="crs">The system that they are in.</param>
    /// <returns>The box in longitude and latitude; null where it is none.</returns>
    public static Geometry? BoxOf(IReadOnlyList<double> numbers, OgcCrs crs)
    {
        if (numbers.Count is not (4 or 6) || numbers.Any(n => !double.IsFinite(n)))
        {
            return null;
        }

        var half = numbers.Count / 2;
        var low = crs.To(new Coordinate(numbers[0], numbers[1]));
        var high = crs.To(new Coordinate(numbers[half], numbers[half + 1]));
        if (low.Y > high.Y || (numbers.Count == 6 && numbers[2] > numbers[5]))
        {
            return null;
        }

        return low.X <= high.X ? Box(low.X, high.X, low.Y, high.Y)
            : Plane.CreateMultiPolygon([.. new[] { Box(low.X, 180, low.Y, high.Y), Box(-180, high.X, low.Y, high.Y) }.OfType<Polygon>()]);
    }

    // A box without width is a line or a point, and still meets what lies on it.
    private static Geometry Box(double west, double east, double south, double north) => Plane.ToGeometry(new Envelope(west, east, south, north));
}
