using System.Globalization;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Cli.Commands;

/// <summary>Cells of the tables of the talks.</summary>
internal static class TalksTexts
{
    /// <summary>When something was said, in the zone in which it was given.</summary>
    public static string When(TimeWindow window)
    {
        var (extent, zone) = (window.Extent, DateTimeZoneProviders.Tzdb[window.Zone]);
        string Day(Instant i) => i.InZone(zone).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        string Clock(Instant i) => i.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (!extent.HasStart)
        {
            return extent.HasEnd ? $"by {Clock(extent.End)} {window.Zone}" : "not given";
        }

        if (window.Precision == TimePrecision.Day && extent.HasEnd)
        {
            var (first, last) = (Day(extent.Start), Day(extent.End - Duration.FromTicks(1)));
            return first == last ? first : $"{first} to {last}";
        }

        return $"from {Clock(extent.Start)} {window.Zone}";
    }

    /// <summary>The end of a time by which something is to happen.</summary>
    public static string Deadline(TimeWindow? window) => window is { Extent.HasEnd: true } w
        ? w.Extent.End.InZone(DateTimeZoneProviders.Tzdb[w.Zone]).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) + " " + w.Zone
        : "none said";

    /// <summary>The statements, and whether the entry says more than they do.</summary>
    public static string Basis(TalksEntry entry) =>
        string.Join(' ', entry.Statements) + (entry.Inference is null ? "" : " (inferred)");
}
