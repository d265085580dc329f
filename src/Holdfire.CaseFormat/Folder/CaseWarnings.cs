using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>
/// Looks for what can be read and is probably not meant so: points at 0/0, far from the areas that the report names, with latitude and
/// longitude changed round; and clock times that come twice.
/// </summary>
public static class CaseWarnings
{
    /// <summary>The warnings in the order of the reports.</summary>
    public static ImmutableArray<CaseWarning> Of(Case @case)
    {
        var distance = new AreaDistance(@case.Places);
        return
        [
            .. @case.Reports.Where(r => r.Point is not null).Select(r => Of(distance, r)).OfType<CaseWarning>(),
            .. @case.Claimed.Where(r => ComesTwice(r.Window)).Select(r => new CaseWarning(
                r.Id.Value, $"its clock time comes twice in {r.Window.Zone}, since clocks go back over it: it is read as either; write it in a zone of one offset, such as UTC+02:00, where it is known which.")),
            .. @case.Truces.SelectMany(t => t.InForce.Where(f => ComesTwice(f)).Select(f => new CaseWarning(
                t.Id.Value, $"the time in force of {f.Party} has a clock time that comes twice in {f.Zone}, since clocks go back over it: the earlier is taken; write it in a zone of one offset, such as UTC+02:00."))),
        ];
    }

    private static bool ComesTwice(TimeWindow window) =>
        window.IsOfAnHourThatComesTwice || (window is { Precision: TimePrecision.OpenEnd, Extent.HasStart: true } && ComesTwice(window.Extent.Start, window.Zone));

    private static bool ComesTwice(InForce time) => time.Precision is TimePrecision.Minute or TimePrecision.Hour && time.When is { } when
        && ((when.HasStart && ComesTwice(when.Start, time.Zone)) || (when.HasEnd && ComesTwice(when.End, time.Zone)));

    private static bool ComesTwice(Instant at, string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone
        && Local.Readings(at.InZone(zone).LocalDateTime, zone) is var (first, last) && first < last;

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
