using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Windows of time as the first columns of a table, in as few characters as say it all.</summary>
/// <remarks>Where each window is one civil day: one column. Where each is whole days: the first and the last. Else two times.</remarks>
/// <param name="zone">The zone of the days and times; the header names it where only days stand under it.</param>
/// <param name="windows">All windows of the table, each with a start and an end.</param>
internal sealed class WindowColumns(DateTimeZone zone, IEnumerable<Interval> windows)
{
    private readonly int form = windows.Select(w => FormOf(w, zone)).DefaultIfEmpty(Times).Max();

    private const int Day = 0;
    private const int Days = 1;
    private const int Times = 2;

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Header => form switch
    {
        Day => [$"day, {zone.Id}"],
        Days => [$"first day, {zone.Id}", "last day"],
        _ => ["from", "to"],
    };

    /// <summary>The cells of a window, one for each column.</summary>
    public ImmutableArray<string> Cells(Interval window) => form switch
    {
        Day => [DayOf(window.Start)],
        Days => [DayOf(window.Start), DayOf(window.End - Duration.Epsilon)],
        _ => [Texts.At(window.Start, zone), Texts.At(window.End, zone)],
    };

    private static int FormOf(Interval window, DateTimeZone zone)
    {
        var (first, next) = (window.Start.InZone(zone).Date, window.End.InZone(zone).Date);
        var whole = first < next && Local.StartOf(first, zone) == window.Start && Local.StartOf(next, zone) == window.End;
        return !whole ? Times : first.PlusDays(1) == next ? Day : Days;
    }

    private string DayOf(Instant instant) => instant.InZone(zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
