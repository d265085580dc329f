using System.Globalization;
using System.Text;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Pages.Markup;

/// <summary>Values as printed. A bound that is missing is said in words.</summary>
internal static class Show
{
    private static readonly ZonedDateTimePattern Clock =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm", null);

    private static readonly ZonedDateTimePattern Offset = ZonedDateTimePattern.CreateWithInvariantCulture("o<m>", null);

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc;

    public static string Time(Instant at, string zone) =>
        zone == "UTC" ? $"{Utc.Format(at)} UTC" : $"{Clocked(at, zone)} ({zone}, {OffsetOf(at, zone)}) = {Utc.Format(at)} UTC";

    public static string Day(Instant at, DateTimeZone zone) => Date.Format(at.InZone(zone).Date);

    /// <summary>Clock times in the zone, then in UTC.</summary>
    public static string Span(Interval span, string zone) =>
        zone == "UTC" ? $"{Ends(span, Utc.Format)} UTC{NotGiven(span)}"
            : $"{ClockTimes(span, zone)} = {Ends(span, Utc.Format)} UTC";

    /// <summary>Whole days of the zone where the interval is made of them, else as <see cref="Span"/>.</summary>
    public static string Days(Interval span, string zone) =>
        IsWholeDays(span, zone) ? WholeDays(span, zone) : Span(span, zone);

    /// <summary>Whole days or clock times of the zone, without UTC.</summary>
    public static string Civil(Interval span, string zone) =>
        IsWholeDays(span, zone) ? WholeDays(span, zone) : zone == "UTC" ? Span(span, zone) : ClockTimes(span, zone);

    /// <summary>Whole days or clock times of the zone without its name, the day said once where both ends lie on it.</summary>
    public static string Short(Interval span, string zone)
    {
        if (IsWholeDays(span, zone))
        {
            return DaysTouched(span, zone);
        }

        var (start, end) = (span.HasStart ? Clocked(span.Start, zone) : "", span.HasEnd ? Clocked(span.End, zone) : "");
        return span.HasStart && span.HasEnd && start[..10] == end[..10] ? start == end ? start : $"{start} to {end[11..]}" : Ends(span, t => Clocked(t, zone));
    }

    /// <summary>A clock time of the zone, with the zone.</summary>
    public static string Civil(Instant at, string zone) => zone == "UTC" ? $"{Utc.Format(at)} UTC" : $"{Clocked(at, zone)} ({zone})";

    /// <summary>Whole days in their zone alone, clock times also in UTC.</summary>
    public static string Window(TimeWindow window)
    {
        var extent = window.Extent;
        return window.Precision switch
        {
            TimePrecision.Unknown => extent.HasEnd ? $"time not given; before {Time(extent.End, window.Zone)}" : "time not given",
            TimePrecision.Day when extent.HasStart && extent.HasEnd => WholeDays(extent, window.Zone),
            TimePrecision.Minute => Days(extent, window.Zone),
            TimePrecision.Within => $"some time within {Days(extent, window.Zone)}",
            TimePrecision.Hour => $"about {Span(extent, window.Zone)}, at the widest",
            TimePrecision.PartOfDay => $"{Span(extent, window.Zone)}, at the widest",
            _ => Span(extent, window.Zone),
        };
    }

    /// <summary>The days that the window touches, for a sentence.</summary>
    public static string Brief(TimeWindow window)
    {
        var extent = window.Extent;
        if (!extent.HasStart || !extent.HasEnd)
        {
            return extent.HasStart ? $"from {Day(extent.Start, Zone(window.Zone))}" : "no time given";
        }
        return DaysTouched(extent, window.Zone);
    }

    public static string Count(CountRange range) => Count(range.Min, range.Max);

    /// <summary>"Or more" stands for no upper limit.</summary>
    public static string Count(long min, long? max) =>
        max is not { } most ? $"{Whole(min)} or more" : most == min ? Whole(min) : $"{Whole(min)} to {Whole(most)}";

    /// <summary>A rate per day, for the time in which it is best read: "0.4 to 0.6 a week".</summary>
    public static string Rate(RateRange perDay, RatePeriod period) => Bounds(perDay.Min * RatePeriods.DaysOf(period), perDay.Max * RatePeriods.DaysOf(period)) + period switch
    {
        RatePeriod.Week => " a week",
        RatePeriod.ThirtyDays => " in 30 days",
        _ => " a day",
    };

    public static string Ratio(RatioInterval? ratio) => ratio is { } r ? Bounds(r.Low, r.High) : "none";

    /// <summary>What is counted, in words that fit after a number.</summary>
    public static string What(CaseCodes codes, ActCode act, Measure measure, CountUnit unit = default)
    {
        var name = codes.NameOf(act);
        var done = measure switch
        {
            Measure.Occurred => name,
            Measure.NotReached => $"{name} lost or without effect",
            Measure.Hit => $"{name} seen to hit",
            _ => $"{name} {Words(measure)}",
        };
        return unit == CountUnit.Item ? done : $"{done}, counted in {codes.NameOf(unit)}";
    }

    /// <summary>A day or several.</summary>
    public static string DayCount(double days) => Number(days) == "1" ? "1 day" : $"{Number(days)} days";

    public static string Hours(CoverageHours hours) =>
        $"{Number(hours.Yes)} h watched{(hours.No > 0 ? $", {Number(hours.No)} h not watched" : "")}, {Number(hours.Unknown)} h unknown";

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

    private static string Bounds(double low, double? high) =>
        high is not { } top ? $"{Number(low)} or more" : Number(low) == Number(top) ? Number(low) : $"{Number(low)} to {Number(top)}";

    private static string ClockTimes(Interval span, string zone) =>
        $"{Ends(span, t => Clocked(t, zone))} ({zone}, {Offsets(span, zone)}){NotGiven(span)}";


    private static string Clocked(Instant at, string zone) => Clock.Format(at.InZone(Zone(zone)));

    private static string OffsetOf(Instant at, string zone) => Offset.Format(at.InZone(Zone(zone)));

    private static string Ends(Interval span, Func<Instant, string> print) => (span.HasStart, span.HasEnd) switch
    {
        (true, true) => $"{print(span.Start)} to {print(span.End)}",
        (true, false) => $"from {print(span.Start)}",
        (false, true) => $"until {print(span.End)}",
        _ => "any time",
    };

    private static string NotGiven(Interval span) =>
        span.HasStart ? span.HasEnd ? "" : ", no end given" : ", no start given";

    private static string Offsets(Interval span, string zone)
    {
        var first = OffsetOf(span.HasStart ? span.Start : Intervals.EndOf(span), zone);
        var last = span.HasEnd ? OffsetOf(span.End, zone) : first;
        return first == last ? first : $"{first}, then {last}";
    }

    private static bool IsWholeDays(Interval span, string zone) =>
        span.HasStart && span.HasEnd && IsMidnight(span.Start, zone) && IsMidnight(span.End, zone);

    private static bool IsMidnight(Instant at, string zone) =>
        Local.StartOf(at.InZone(Zone(zone)).Date, Zone(zone)) == at;

    private static string WholeDays(Interval span, string zone) => $"{DaysTouched(span, zone)} ({zone})";

    private static string DaysTouched(Interval span, string zone)
    {
        var first = Day(span.Start, Zone(zone));
        var last = Day(span.End - Duration.FromTicks(1), Zone(zone));
        return first == last ? first : $"{first} to {last}";
    }
}
