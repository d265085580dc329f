using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Bench.Fusion.Peers;

/// <summary>The reports of a case as the peers see them.</summary>
internal static class PeerReports
{
    public static ImmutableArray<PeerReport> Of(Case @case)
    {
        var areas = new Dictionary<AreaCode, Circle>();
        return [.. @case.Reports.Select(r => Of(r, a => Area(@case.Places, areas, a)))];
    }

    private static PeerReport Of(Report report, Func<AreaCode, Circle> area)
    {
        var place = report.Point is { } point
            ? new Circle(point.Centre.Latitude, point.Centre.Longitude, point.RadiusKm)
            : Circle.Union([.. report.Areas.Select(area)]);
        return new PeerReport(
            report.Id.Value, report.Source.Value, Minutes(Intervals.StartOf(report.Window.Extent)), Minutes(Intervals.EndOf(report.Window.Extent)),
            place.Latitude, place.Longitude, place.RadiusKm, report.Act.Value, report.AllegedActor?.Value ?? "",
            report.Count.Min, report.Count.Max, report.Harm.Killed?.Min, report.Harm.Injured?.Min, report.IsAggregate,
            [.. report.Quotes.Concat(report.Denies).Select(r => r.Value)]);
    }

    private static Circle Area(Gazetteer places, Dictionary<AreaCode, Circle> known, AreaCode code)
    {
        if (!known.TryGetValue(code, out var circle))
        {
            var area = places.Find(code)!;
            circle = known[code] = area.Centre is { } centre
                ? new Circle(centre.Latitude, centre.Longitude, area.RadiusKm)
                : Circle.Union([.. area.Members.Select(m => Area(places, known, m))]);
        }

        return circle;
    }

    private static double Minutes(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalMinutes;
}
