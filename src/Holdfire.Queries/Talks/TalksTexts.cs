using System.Globalization;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Cells of the tables of the talks.</summary>
internal static class TalksTexts
{
    /// <summary><c>--tz</c>: talks print each time in the zone in which it was said unless one is asked for.</summary>
    public static OptionInfo Zone { get; } = CommonOptions.Zone with { Help = "the zone of the times in a table; the one in which each was said if left out" };

    /// <summary>The zone asked for, or null for none.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public static DateTimeZone? ZoneOf(QueryArguments arguments, Case @case) => arguments.Has(Zone) ? arguments.Zone(Zone, @case) : null;

    /// <summary>When something was said, in a zone or else in the one in which it was given.</summary>
    public static string When(TimeWindow window, DateTimeZone? asked)
    {
        var (extent, zone) = (window.Extent, asked ?? DateTimeZoneProviders.Tzdb[window.Zone]);
        string Day(Instant i) => i.InZone(zone).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        if (!extent.HasStart)
        {
            return extent.HasEnd ? $"by {Clock(extent.End, zone)}" : "not given";
        }

        if (window.Precision == TimePrecision.Day && extent.HasEnd && zone.Id == window.Zone)
        {
            var (first, last) = (Day(extent.Start), Day(extent.End - Duration.FromTicks(1)));
            return first == last ? first : $"{first} to {last}";
        }

        return $"from {Clock(extent.Start, zone)}";
    }

    /// <summary>The end of a time by which something is to happen.</summary>
    public static string Deadline(TimeWindow? window, DateTimeZone? asked) => window is { Extent.HasEnd: true } w
        ? Clock(w.Extent.End, asked ?? DateTimeZoneProviders.Tzdb[w.Zone])
        : "none said";

    /// <summary>The statements, and whether the entry says more than they do.</summary>
    public static string Basis(TalksEntry entry) =>
        string.Join(' ', entry.Statements) + (entry.Inference is null ? "" : " (inferred)");

    private static string Clock(Instant i, DateTimeZone zone) => i.InZone(zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) + " " + zone.Id;
}
