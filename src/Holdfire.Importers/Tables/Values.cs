using System.Globalization;
using Holdfire.CaseFormat;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>Values of source files, checked and kept as text.</summary>
internal static class Values
{
    public static string Id(SourceRow row, string column)
    {
        var id = row[column];
        return id.Length == 0 || id.Any(c => char.IsWhiteSpace(c) || c is ';' or ',') ? throw row.Refusal(column, "an id without spaces")
            : NameText.ErrorOfId(id) is { } error ? throw row.Reject(column, error.Expected, error.Found).Thrown() : id;
    }

    public static int Count(SourceRow row, string column) => OptionalCount(row, column)
        ?? throw row.Refusal(column, "a whole number from 0");

    public static int? OptionalCount(SourceRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        return int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw row.Refusal(column, "a whole number from 0, or blank");
    }

    public static string Published(SourceRow row, string column) => InstantText.TryParse(row[column], out _)
        ? row[column]
        : throw row.Refusal(column, InstantText.Form);

    public static string One(SourceRow row, string column, IReadOnlyDictionary<string, string> known) =>
        known.TryGetValue(row[column], out var value)
            ? value
            : throw row.Refusal(column, $"one of: {string.Join(", ", known.Keys)}");

    /// <summary>The window as the case format takes it, so that what is let in can be loaded.</summary>
    /// <remarks>
    /// Where the two ends are less exact than the row says, such as a date with a clock time, the event lay some time between them.
    /// </remarks>
    public static (string From, string To, string Precision) Window(SourceRow row, string zone, string precision, string published, ImportNotes notes)
    {
        var (from, to) = (row["window_start"], row["window_end"]);
        if (!EnumText<TimePrecision>.TryParse(precision, out var exactness) || WindowText.ZoneOf(zone) is not { } found)
        {
            throw new InvalidOperationException($"'{precision}' or '{zone}' is not of the case format");
        }

        Instant? at = InstantText.TryParse(published, out var instant) ? instant : null;
        if (WindowText.Read(from, to, found, exactness, at, out var error) is not null)
        {
            return (from, to, precision);
        }

        if (exactness is TimePrecision.Minute or TimePrecision.Day or TimePrecision.PartOfDay && Loose(from, to) is { } loose)
        {
            notes.Count("the ends of its time are less exact than time_precision says, so it is taken as some time between them");
            return loose;
        }

        throw row.Refusal(error.Field == "from" ? "window_start" : "window_end", error.Expected);
    }

    private static (string From, string To, string Precision)? Loose(string from, string to)
    {
        var (isDay, isLastDay) = (CivilText.TryParseDate(from, out var first), CivilText.TryParseDate(to, out var last));
        var start = isDay ? first.AtMidnight() : CivilText.TryParseTime(from, out var clock) ? clock : (LocalDateTime?)null;
        var end = isLastDay ? last.PlusDays(1).AtMidnight() : CivilText.TryParseTime(to, out var until) ? until : (LocalDateTime?)null;
        return !(start < end) ? null : isDay && isLastDay ? (from, to, first == last ? "day" : Coded.Within)
            : (from, to, Coded.Within);
    }

    public static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
