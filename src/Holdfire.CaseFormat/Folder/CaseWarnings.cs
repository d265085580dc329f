using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.CaseFormat;

/// <summary>Looks for points that are probably wrong: 0/0, far from the areas that the report names, latitude and longitude changed round.</summary>
public static class CaseWarnings
{
    /// <summary>The warnings in the order of the reports.</summary>
    public static ImmutableArray<CaseWarning> Of(Case @case)
    {
        var distance = new AreaDistance(@case.Places);
        return [.. @case.Reports.Where(r => r.Point is not null).Select(r => Of(distance, r)).OfType<CaseWarning>()];
    }

    private static CaseWarning? Of(AreaDistance distance, Report report)
    {
        var point = report.Point!.Value;
        if (point.Centre is { Latitude: 0, Longitude: 0 })
        {
            return new CaseWarning(report.Id.Value, "its point is 0, 0: leave lat and lon blank where no place is known.");
        }

        if (report.Areas.IsEmpty || Beyond(point) is not (> 0 and var km))
        {
            return null;
        }

        var isSwapped = point.Centre.Longitude is >= -90 and <= 90
            && Beyond(new GeoCircle(new GeoPoint(point.Centre.Longitude, point.Centre.Latitude), point.RadiusKm)) is <= 0;
        return new CaseWarning(
            report.Id.Value,
            FormattableString.Invariant($"its point {point.Centre.Latitude:0.####}, {point.Centre.Longitude:0.####} is {Math.Max(1, km):#,0} km outside {string.Join(';', report.Areas)}")
                + (isSwapped ? "; with latitude and longitude changed round it is inside." : "; look at the point and at the areas."));

        // How far outside all of the areas, by outline or circle; null where one of them has neither.
        double? Beyond(GeoCircle circle)
        {
            var each = report.Areas.Select(a => distance.Of(circle, a)).ToList();
            return each.Contains(null) ? null : each.Min();
        }
    }
}
