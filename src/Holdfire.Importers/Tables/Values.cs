using System.Globalization;
using Holdfire.CaseFormat;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Importers;

/// <summary>Values of source files, checked and kept as text.</summary>
internal static class Values
{
    public static string Id(SourceRow row, string column) =>
        row[column].Length > 0 && !row[column].Any(c => char.IsWhiteSpace(c) || c is ';' or ',')
            ? row[column]
            : throw row.Fault(column, "an id without spaces");

    public static int Count(SourceRow row, string column) => OptionalCount(row, column)
        ?? throw row.Fault(column, "a whole number from 0");

    public static int? OptionalCount(SourceRow row, string column)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        return int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw row.Fault(column, "a whole number from 0, or blank");
    }

    public static string Published(SourceRow row, string column) => InstantText.TryParse(row[column], out _)
        ? row[column]
        : throw row.Fault(column, InstantText.Form);

    public static string One(SourceRow row, string column, IReadOnlyDictionary<string, string> known) =>
        known.TryGetValue(row[column], out var value)
            ? value
            : throw row.Fault(column, $"one of: {string.Join(", ", known.Keys)}");

    /// <summary>The window as the case format takes it, so that what is let in can be loaded.</summary>
    public static (string From, string To) Window(SourceRow row, string zone, string precision, string published)
    {
        if (!EnumText<TimePrecision>.TryParse(precision, out var exactness) || WindowText.ZoneOf(zone) is not { } found)
        {
            throw new InvalidOperationException($"'{precision}' or '{zone}' is not of the case format");
        }

        Instant? at = InstantText.TryParse(published, out var instant) ? instant : null;
        return WindowText.Read(row["window_start"], row["window_end"], found, exactness, at, out var fault) is not null
            ? (row["window_start"], row["window_end"])
            : throw row.Fault(fault.Field == "from" ? "window_start" : "window_end", fault.Expected);
    }

    public static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
