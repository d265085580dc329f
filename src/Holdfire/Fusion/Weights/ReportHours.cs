using Holdfire.Model;
using NodaTime;

namespace Holdfire.Fusion;

/// <summary>The window of a report in hours since 1970.</summary>
internal static class ReportHours
{
    public static double Of(Instant instant) => instant.ToUnixTimeTicks() / (double)NodaConstants.TicksPerHour;

    /// <summary>
    /// The widest window, cut at the publication, since nothing is told before it happened; null where it has no start or no end.
    /// </summary>
    public static (double Start, double End)? Of(Report report)
    {
        if (report.Window.Extent is not { HasStart: true, HasEnd: true } extent)
        {
            return null;
        }

        var end = report.Published is { } told && told > extent.Start && told < extent.End ? told : extent.End;
        return (Of(extent.Start), Of(end));
    }
}
