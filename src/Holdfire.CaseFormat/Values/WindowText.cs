using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>The fields of a window, as the table of docs/case-format.md gives them, to windows.</summary>
public static class WindowText
{
    private const string ClockTime = "a clock time such as 2030-03-01T23:10";
    private const string Date = "a date such as 2030-03-01";
    private const string Part = "a date such as 2030-03-01, a month such as 2030-03, a year such as 2030 or a clock time such as 2030-03-01T23:10";

    /// <summary>The zone of an IANA id, or null where there is none.</summary>
    public static DateTimeZone? ZoneOf(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>The window of the fields; null, with the reason, where they make none. Blank fields are empty texts.</summary>
    public static TimeWindow? Read(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, TimePrecision precision, Instant? published, out WindowError error)
    {
        error = default;
        return precision switch
        {
            TimePrecision.Minute => Minutes(from, to, zone, out error),
            TimePrecision.Hour => About(from, to, zone, out error),
            TimePrecision.Day => Days(from, to, zone, out error),
            TimePrecision.Within => Within(from, to, zone, out error),
            TimePrecision.PartOfDay => Night(from, to, zone, published, out error),
            TimePrecision.OpenEnd => OpenEnd(from, to, zone, published, out error),
            _ => Unknown(from, to, zone, published, out error),
        };
    }

    private static TimeWindow? Minutes(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowError error)
    {
        if (!Time(from, "from", out var start, out error) || !Time(to, "to", out var end, out error))
        {
            return null;
        }

        if (TimeWindow.MinutesOrNull(start, end, zone) is { } window)
        {
            return window;
        }

        error = new WindowError("to", $"an end not before the start, {from}");
        return null;
    }

    private static TimeWindow? About(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowError error)
    {
        if (!Time(from, "from", out var at, out error))
        {
            return null;
        }

        if (to.Length > 0 && !to.SequenceEqual(from))
        {
            error = new WindowError("to", $"the same as from, {from}, or nothing: the precision is about");
            return null;
        }

        return TimeWindow.About(at, zone);
    }

    private static TimeWindow? Days(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowError error)
    {
        if (!Day(from, "from", out var first, out error) || !Day(to, "to", out var last, out error))
        {
            return null;
        }

        if (last < first)
        {
            error = new WindowError("to", $"an end not before the start, {from}");
            return null;
        }

        return TimeWindow.Days(first, last, zone);
    }

    private static TimeWindow? Within(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowError error)
    {
        if (!Span(from, "from", zone, out var first, out error) || !Span(to.Length == 0 ? from : to, "to", zone, out var last, out error))
        {
            return null;
        }

        var (start, end) = (first.Start, last.End);
        if (start >= end)
        {
            error = new WindowError("to", $"an end after the start, {from}");
            return null;
        }

        return TimeWindow.Within(new Interval(start, end), zone);
    }

    /// <summary>The time of a date, a month or a year, or the instant of a clock time as an empty interval.</summary>
    internal static bool TrySpan(ReadOnlySpan<char> text, DateTimeZone zone, out Interval span)
    {
        if (CivilText.TryParseDays(text, out var first, out var last))
        {
            span = Local.Days(first, last, zone);
            return true;
        }

        var read = CivilText.TryParseTime(text, out var time);
        var at = read ? Local.ToInstant(time, zone) : default;
        span = new Interval(at, at);
        return read;
    }

    private static bool Span(ReadOnlySpan<char> text, string field, DateTimeZone zone, out Interval span, out WindowError error)
    {
        var read = TrySpan(text, zone, out span);
        if (read && CivilText.TryParseTime(text, out var time))
        {
            var (first, last) = Local.Readings(time, zone);
            span = new Interval(first, last);
        }

        error = read ? default : new WindowError(field, Part);
        return read;
    }

    private static TimeWindow? Night(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, Instant? published, out WindowError error)
    {
        if (!Day(to, "to", out var morning, out error))
        {
            return null;
        }

        if (from.Length > 0 && !(CivilText.TryParseDate(from, out var evening) && evening == morning.PlusDays(-1)))
        {
            error = new WindowError("from", $"the evening's date, {CivilText.Format(morning.PlusDays(-1))}, or nothing");
            return null;
        }

        return TimeWindow.Night(morning, zone, published);
    }

    private static TimeWindow? OpenEnd(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, Instant? published, out WindowError error)
    {
        if (!Time(from, "from", out var start, out error) || !Blank(to, "to", "open_end", out error))
        {
            return null;
        }

        return TimeWindow.OpenEnd(start, zone, published);
    }

    private static TimeWindow? Unknown(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, Instant? published, out WindowError error) =>
        Blank(from, "from", "unknown", out error) && Blank(to, "to", "unknown", out error)
            ? TimeWindow.Unknown(zone, published) : null;

    private static bool Time(ReadOnlySpan<char> text, string field, out LocalDateTime time, out WindowError error)
    {
        var read = CivilText.TryParseTime(text, out time);
        error = read ? default : new WindowError(field, ClockTime);
        return read;
    }

    private static bool Day(ReadOnlySpan<char> text, string field, out LocalDate date, out WindowError error)
    {
        var read = CivilText.TryParseDate(text, out date);
        error = read ? default : new WindowError(field, Date);
        return read;
    }

    private static bool Blank(ReadOnlySpan<char> text, string field, string precision, out WindowError error)
    {
        error = text.Length == 0 ? default : new WindowError(field, $"nothing: the precision is {precision}");
        return text.Length == 0;
    }
}
