using NodaTime;

namespace Holdfire.Importers;

/// <summary>A time as a cell gives it: a clock time, a day, a month or a year.</summary>
/// <param name="At">The clock time, or the midnight with which it begins.</param>
/// <param name="Last">The last day of it.</param>
/// <param name="HasClock">Whether it is a clock time.</param>
/// <param name="IsDay">Whether it is a clock time or a single day.</param>
internal readonly record struct Moment(LocalDateTime At, LocalDate Last, bool HasClock, bool IsDay)
{
    public static Moment OfClock(LocalDateTime at) => new(at, at.Date, true, true);

    public static Moment OfDay(LocalDate day) => new(day.AtMidnight(), day, false, true);

    public static Moment OfMonth(int year, int month) =>
        new(new LocalDate(year, month, 1).AtMidnight(), new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1), false, false);

    public static Moment OfYear(int year) => new(new LocalDate(year, 1, 1).AtMidnight(), new LocalDate(year, 12, 31), false, false);
}
