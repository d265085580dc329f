using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Holdfire.CaseFormat;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Importers;

/// <summary>Reads times in the stated form of a map, else in ISO 8601. Day and month are never guessed.</summary>
/// <param name="map">The map.</param>
/// <param name="zone">The zone into which times with an offset are turned.</param>
internal sealed partial class MomentReader(ImportMap map, DateTimeZone zone)
{
    private readonly ImmutableArray<LocalDatePattern> days =
        [.. map.DateFormats.Where(f => !DateText.HasClock(f)).Select(LocalDatePattern.CreateWithInvariantCulture)];

    private readonly ImmutableArray<LocalDateTimePattern> clocks =
        [.. map.DateFormats.Where(DateText.HasClock).Select(LocalDateTimePattern.CreateWithInvariantCulture)];

    private readonly LocalTimePattern? clock = map.TimeFormat.Length > 0 ? LocalTimePattern.CreateWithInvariantCulture(map.TimeFormat) : null;

    /// <summary>The time of a cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column of the file.</param>
    /// <param name="text">What is to be read of the cell.</param>
    /// <exception cref="ImportException">It is none of the form.</exception>
    public Moment Read(SourceRow row, string column, string text)
    {
        if (row.IsNumber(column) && text.Length != 4)
        {
            throw row.Reject(column, "a date cell: format the column of the workbook as a date, or write the date as text", $"the number {text}").Thrown();
        }

        var moment = (row.IsDate(column) || map.DateFormats.IsEmpty ? Iso(text) : Stated(text)) ?? throw row.Reject(column, Expected, $"'{text}'").Thrown();
        Coded.Checked(row, column, moment.At.Date);
        return moment;
    }

    /// <summary>A clock time of a column of its own; 24:00 is the end of the day.</summary>
    /// <exception cref="ImportException">It is none.</exception>
    public (LocalTime Time, bool IsNextDay) ReadTime(SourceRow row, string column, string text)
    {
        if (text is "24:00" or "24:00:00")
        {
            return (LocalTime.Midnight, true);
        }

        if (clock is not null && !row.IsDate(column))
        {
            return clock.Parse(text) is { Success: true } stated ? (stated.Value, false)
                : throw row.Reject(column, $"a clock time of the form {map.TimeFormat}", $"'{text}'").Thrown();
        }

        return Clock().Match(text) is { Success: true } match && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is < 24 and var hour
            && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) is < 60 and var minute
            ? (new LocalTime(hour, minute), false)
            : throw row.Reject(column, "a clock time such as 08:30", $"'{text}'").Thrown();
    }

    /// <summary>An instant of a cell: with its offset, or as a civil time of the zone; seconds since 1970 are read too.</summary>
    /// <exception cref="ImportException">It is none.</exception>
    public Instant ReadInstant(SourceRow row, string column, string text)
    {
        if (Unix().IsMatch(text))
        {
            return Instant.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));
        }

        return Offset(text) ?? InNamedZone(text) ?? Read(row, column, text).At.InZoneLeniently(zone).ToInstant();
    }

    private string Expected => map.DateFormats.IsEmpty
        ? "a date such as 2030-03-01 or 2030-03-01T23:10, with Z, +02:00, UTC or Africa/Cairo behind it where that is its zone; a map says another form, such as date_format: dd/MM/yyyy"
        : $"a date of the form {string.Join(" or ", map.DateFormats.Select(f => f.Replace("uuuu", "yyyy", StringComparison.Ordinal)))}";

    private Moment? Stated(string text)
    {
        foreach (var pattern in clocks)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return Moment.OfClock(parsed.Value);
            }
        }

        foreach (var pattern in days)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return Moment.OfDay(parsed.Value);
            }
        }

        return null;
    }

    private Moment? Iso(string text)
    {
        if (Offset(text) is { } instant)
        {
            return Moment.OfClock(instant.InZone(zone).LocalDateTime);
        }

        if (InNamedZone(text) is { } named)
        {
            return Moment.OfClock(named.InZone(zone).LocalDateTime);
        }

        var match = IsoForm().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int? Number(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;
        var (year, month, day, hour, minute) = (Number(1)!.Value, Number(2), Number(3), Number(4), Number(5));
        if (month is 0 or > 12 || year == 0)
        {
            return null;
        }

        if (month is null || day is null)
        {
            return month is null ? Moment.OfYear(year) : Moment.OfMonth(year, month.Value);
        }

        if (day.Value == 0 || day.Value > CalendarSystem.Iso.GetDaysInMonth(year, month.Value))
        {
            return null;
        }

        var date = new LocalDate(year, month.Value, day.Value);
        return hour is null ? Moment.OfDay(date)
            : hour == 24 && minute == 0 ? Moment.OfClock(date.PlusDays(1).AtMidnight())
            : hour < 24 && minute < 60 ? Moment.OfClock(date.At(new LocalTime(hour.Value, minute!.Value))) : null;
    }

    // 2030-03-01 23:10 UTC, or Africa/Cairo; letters such as EST stand for several zones. A time that a clock shows twice is none.
    private Instant? InNamedZone(string text)
    {
        var at = text.LastIndexOf(' ');
        var name = at < 0 ? "" : text[(at + 1)..];
        var found = name is "UTC" or "GMT" ? DateTimeZone.Utc : name.Contains('/', StringComparison.Ordinal) ? WindowText.ZoneOf(name) : null;
        if (found is null || Iso(text[..at].TrimEnd()) is not { HasClock: true } moment)
        {
            return null;
        }

        var mapped = found.MapLocal(moment.At);
        return mapped.Count == 1 ? mapped.Single().ToInstant() : null;
    }

    // 2030-03-01T23:10:05.123+02:00, also with a blank for T and with +02.
    private static Instant? Offset(string text)
    {
        var match = WithOffset().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var offset = match.Groups[3].Value;
        offset = offset.StartsWith("UTC", StringComparison.Ordinal) || offset.StartsWith("GMT", StringComparison.Ordinal) ? offset[3..] : offset;
        offset = offset.Length == 2 ? offset.Insert(1, "0") : offset;
        offset = offset is "Z" or "z" ? "+00:00" : offset.Length == 3 ? offset + ":00" : offset.Length == 5 ? offset.Insert(3, ":") : offset;
        var seconds = match.Groups[2].Value.Length == 5 ? match.Groups[2].Value + ":00" : match.Groups[2].Value;
        return OffsetDateTimePattern.ExtendedIso.Parse($"{match.Groups[1].Value}T{seconds}{offset}") is { Success: true } parsed ? parsed.Value.ToInstant() : null;
    }

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|z|[+-]\d\d(?::?\d\d)?|(?:UTC|GMT)[+-]\d{1,2}(?::\d\d)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithOffset();

    [GeneratedRegex(@"^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?)?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\d{9,10}$", RegexOptions.CultureInvariant)]
    private static partial Regex Unix();
}
