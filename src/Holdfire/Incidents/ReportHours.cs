using Holdfire.Reports;
using NodaTime;

namespace Holdfire.Incidents;

/// <summary>The window of a report in hours since 1970.</summary>
internal static class ReportHours
{
    public static double Of(Instant instant) => instant.ToUnixTimeTicks() / (double)NodaConstants.TicksPerHour;

    /// <summary>The widest window, or null where it has no start or no end.</summary>
    public static (double Start, double End)? Of(Report report) =>
        report.Window.Extent is { HasStart: true, HasEnd: true } extent ? (Of(extent.Start), Of(extent.End)) : null;
}
