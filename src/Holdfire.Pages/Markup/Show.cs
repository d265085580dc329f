using System.Globalization;
using System.Text;
using Holdfire.Assessment;
using Holdfire.Reports;
using Holdfire.Sources;
using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Pages.Markup;

/// <summary>Values as printed. A bound that is missing is said in words.</summary>
internal static class Show
{
    private static readonly ZonedDateTimePattern Zoned =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<m>", null);

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    public static string Time(Instant at, string zone) =>
        zone == "UTC"
            ? $"{Utc.Format(at)} UTC"
            : $"{Zoned.Format(at.InZone(Zone(zone)))} ({zone}) = {Utc.Format(at)} UTC";

    public static string Day(Instant at, DateTimeZone zone) => Date.Format(at.InZone(zone).Date);

    public static string Span(Interval span, string zone) =>
        $"{(span.HasStart ? Time(span.Start, zone) : "no start given")} to {(span.HasEnd ? Time(span.End, zone) : "no end given")}";

    public static string Window(TimeWindow window)
    {
        var extent = window.Extent;
        if (window.Precision == TimePrecision.Unknown)
        {
            return "time not given";
        }
        if (window.Precision != TimePrecision.Day || !extent.HasStart || !extent.HasEnd)
        {
            return $"{Span(extent, window.Zone)} ({Words(window.Precision)})";
        }
        var first = Day(extent.Start, Zone(window.Zone));
        var last = Day(extent.End - Duration.FromTicks(1), Zone(window.Zone));
        var days = first == last ? first : $"{first} to {last}";
        return $"{days} ({window.Zone}, whole days) = {Utc.Format(extent.Start)} to {Utc.Format(extent.End)} UTC";
    }

    public static string Count(CountRange range) => Count(range.Min, range.Max);

    public static string Count(long min, long? max) =>
        max is not { } most ? $"{Whole(min)} or more, no upper limit" : most == min ? $"{Whole(min)} (exactly)" : $"{Whole(min)} to {Whole(most)}";

    public static string Rate(RateRange rate) =>
        rate.Max is { } most ? $"{Number(rate.Min)} to {Number(most)}" : $"{Number(rate.Min)} or more, no upper limit";

    public static string Ratio(RatioInterval? ratio) =>
        ratio is not { } r ? "none" : r.High is { } high ? $"{Number(r.Low)} to {Number(high)}" : $"{Number(r.Low)} or more, no upper limit";

    public static string Hours(CoverageHours hours) =>
        $"{Number(hours.Yes)} h watched, {Number(hours.No)} h not watched, {Number(hours.Unknown)} h unknown";

    public static string Number(double value) =>
        !double.IsFinite(value) ? "no limit" : Math.Abs(value) >= 100
            ? value.ToString("#,0", CultureInfo.InvariantCulture)
            : value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The name of an enum member in lower-case words.</summary>
    public static string Words(Enum value)
    {
        var words = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
