using System.Globalization;
using Holdfire.Places;

namespace Holdfire.CaseFormat;

/// <summary>Reads a place given as a point with a radius.</summary>
internal sealed class PointReader(ErrorList errors)
{
    private const int ShortText = 32;
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The place, or null where none is given; with an error where it is not whole or out of range.</summary>
    public GeoCircle? Read(ReportFields fields)
    {
        var (lat, lon) = (Number(fields, ReportColumn.Lat, -90, 90), Number(fields, ReportColumn.Lon, -180, 180));
        var radius = Number(fields, ReportColumn.RadiusKm, 0, GeoCircle.LargestRadiusKm);
        if (lat is { } y && lon is { } x)
        {
            return double.IsNaN(y + x + (radius ?? 0)) ? null : new GeoCircle(new GeoPoint(y, x), radius ?? 0);
        }

        if (lat is not null || lon is not null || radius is not null)
        {
            var missing = lat is null ? ReportColumn.Lat : ReportColumn.Lon;
            errors.Add(fields.At(missing), "lat and lon together, or neither of them and no radius_km", "");
        }

        return null;
    }

    // NaN, with an error, stands for a text that is no number in the range; null for no text.
    private double? Number(ReportFields fields, ReportColumn column, double least, double most)
    {
        var text = fields.Read(column, stackalloc char[ShortText]);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(fields.At(column), FormattableString.Invariant($"a number from {least} to {most}"), fields[column]);
        return double.NaN;
    }
}
