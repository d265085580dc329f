using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat;

/// <summary>The fields of a window, as the table of docs/case-format.md gives them, to windows.</summary>
public static class WindowText
{
    private const string ClockTime = "a clock time such as 2030-03-01T23:10";
    private const string Date = "a date such as 2030-03-01";

    /// <summary>The zone of an IANA id, or null where there is none.</summary>
    public static DateTimeZone? ZoneOf(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>The window of the fields; null, with the reason, where they make none. Blank fields are empty texts.</summary>
    public static TimeWindow? Read(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, TimePrecision precision, Instant? published, out WindowFault fault)
    {
        fault = default;
        return precision switch
        {
            TimePrecision.Minute => Minutes(from, to, zone, out fault),
            TimePrecision.Hour => About(from, to, zone, out fault),
            TimePrecision.Day => Days(from, to, zone, out fault),
            TimePrecision.PartOfDay => Night(from, to, zone, published, out fault),
            TimePrecision.OpenEnd => OpenEnd(from, to, zone, published, out fault),
            _ => Unknown(from, to, zone, published, out fault),
        };
    }

    private static TimeWindow? Minutes(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowFault fault)
    {
        if (!Time(from, "from", out var start, out fault) || !Time(to, "to", out var end, out fault))
        {
            return null;
        }

        if (end < start || (end > start && Local.ToInstant(end, zone) <= Local.ToInstant(start, zone)))
        {
            fault = new WindowFault("to", $"an end not before the start, {from}");
            return null;
        }

        return TimeWindow.Minutes(start, end, zone);
    }

    private static TimeWindow? About(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowFault fault)
    {
        if (!Time(from, "from", out var at, out fault))
        {
            return null;
        }

        if (to.Length > 0 && !to.SequenceEqual(from))
        {
            fault = new WindowFault("to", $"the same as from, {from}, or nothing: the precision is about");
            return null;
        }

        return TimeWindow.About(at, zone);
    }

    private static TimeWindow? Days(ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, out WindowFault fault)
    {
        if (!Day(from, "from", out var first, out fault) || !Day(to, "to", out var last, out fault))
        {
            return null;
        }

        if (last < first)
        {
            fault = new WindowFault("to", $"an end not before the start, {from}");
            return null;
        }

        return TimeWindow.Days(first, last, zone);
    }

    private static TimeWindow? Night(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, Instant? published, out WindowFault fault)
    {
        if (!Day(to, "to", out var morning, out fault))
        {
            return null;
        }

        if (from.Length > 0 && !(CivilText.TryParseDate(from, out var evening) && evening == morning.PlusDays(-1)))
        {
            fault = new WindowFault("from", $"the evening's date, {CivilText.Format(morning.PlusDays(-1))}, or nothing");
            return null;
        }

        return TimeWindow.Night(morning, zone, published);
    }

    private static TimeWindow? OpenEnd(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, Instant? published, out WindowFault fault)
    {
        if (!Time(from, "from", out var start, out fault) || !Blank(to, "to", "open_end", out fault))
        {
            return null;
        }

        return TimeWindow.OpenEnd(start, zone, published);
    }

    private static TimeWindow? Unknown(
        ReadOnlySpan<char> from, ReadOnlySpan<char> to, DateTimeZone zone, Instant? published, out WindowFault fault) =>
        Blank(from, "from", "unknown", out fault) && Blank(to, "to", "unknown", out fault)
            ? TimeWindow.Unknown(zone, published) : null;

    private static bool Time(ReadOnlySpan<char> text, string field, out LocalDateTime time, out WindowFault fault)
    {
        var read = CivilText.TryParseTime(text, out time);
        fault = read ? default : new WindowFault(field, ClockTime);
        return read;
    }

    private static bool Day(ReadOnlySpan<char> text, string field, out LocalDate date, out WindowFault fault)
    {
        var read = CivilText.TryParseDate(text, out date);
        fault = read ? default : new WindowFault(field, Date);
        return read;
    }

    private static bool Blank(ReadOnlySpan<char> text, string field, string precision, out WindowFault fault)
    {
        fault = text.Length == 0 ? default : new WindowFault(field, $"nothing: the precision is {precision}");
        return text.Length == 0;
    }
}
