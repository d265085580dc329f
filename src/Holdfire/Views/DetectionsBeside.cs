using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Views;

/// <summary>What sensors and alert systems show about the time and place of an event: to stand beside it, never to bear it out.</summary>
public static class DetectionsBeside
{
    /// <summary>The detections that name one of the reports, or whose time overlaps and whose place may meet, by start and id.</summary>
    /// <param name="case">The case.</param>
    /// <param name="window">When the event may have been.</param>
    /// <param name="place">Where, as a circle, or null.</param>
    /// <param name="areas">Where, as areas; empty for none. Without either, only detections that name a report are found.</param>
    /// <param name="reports">The reports of the event.</param>
    public static ImmutableArray<Detection> Of(
        Case @case, Interval window, GeoCircle? place, ImmutableArray<AreaCode> areas, IEnumerable<ReportId> reports)
    {
        var named = reports.ToHashSet();
        return
        [
            .. @case.Detections
                .Where(d => d.Supports.Any(named.Contains) || (d.Window.Touches(window) && MayMeet(@case.Places, d, place, areas)))
                .OrderBy(d => Intervals.StartOf(d.Window.Extent)).ThenBy(d => d.Id),
        ];
    }

    private static bool MayMeet(Gazetteer places, Detection detection, GeoCircle? place, ImmutableArray<AreaCode> areas)
    {
        if (detection.Point is { } own && place is { } circle)
        {
            return Sphere.Distance(own.Centre, circle.Centre) <= own.RadiusKm + circle.RadiusKm;
        }

        if (!detection.Areas.IsEmpty && !areas.IsEmpty)
        {
            return detection.Areas.Any(a => areas.Any(b => !places.AreDisjoint(a, b)));
        }

        return (detection.Point is { } point && areas.Any(a => places.MayTouch(point, a))) ||
            (place is { } where && detection.Areas.Any(a => places.MayTouch(where, a)));
    }
}
