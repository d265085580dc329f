using System.Globalization;
using NodaTime.Text;

namespace Holdfire.Sources.Imports;

/// <summary>Values of source files, checked and kept as text.</summary>
internal static class Values
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");

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

    public static string Clock(SourceRow row, string column) => Minute.Parse(row[column]).Success
        ? row[column]
        : throw row.Fault(column, "a time such as 2030-01-02T03:04");

    public static string Date(SourceRow row, string column) => LocalDatePattern.Iso.Parse(row[column]).Success
        ? row[column]
        : throw row.Fault(column, "a date such as 2030-01-02");

    public static string Published(SourceRow row, string column) => Utc.Parse(row[column]).Success
        ? row[column]
        : throw row.Fault(column, "an instant such as 2030-01-02T03:04Z");

    public static string One(SourceRow row, string column, IReadOnlyDictionary<string, string> known) =>
        known.TryGetValue(row[column], out var value)
            ? value
            : throw row.Fault(column, $"one of: {string.Join(", ", known.Keys)}");

    public static (string From, string To) Ordered(SourceRow row, string from, string to) =>
        string.CompareOrdinal(from, to) <= 0
            ? (from, to)
            : throw row.Fault("window_end", $"not before {from}");

    public static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
