using NodaTime;
using NodaTime.Text;

namespace Holdfire.CaseFormat;

/// <summary>Civil dates <c>2030-03-01</c> and clock times <c>2030-03-01T23:10</c> as case files write them.</summary>
public static class CivilText
{
    /// <summary>The years that a case can be about; what gives another is a slip, such as 0031 for 2031.</summary>
    public const string Years = "a year from 1946 to 2100";

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Reads a date of the years 1 to 9998.</summary>
    public static bool TryParseDate(ReadOnlySpan<char> text, out LocalDate date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' ||
            Digits(text[..4]) is not (>= 1 and <= 9998 and var year) ||
            Digits(text[5..7]) is not (>= 1 and <= 12 and var month) ||
            Digits(text[8..]) is not (>= 1 and var day) || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    /// <summary>Whether a text that begins with a year begins with one that a case can be about. Other texts do.</summary>
    public static bool IsOfOurTime(ReadOnlySpan<char> text) => text.Length < 4 || Digits(text[..4]) is not { } year || year is >= 1946 and <= 2100;

    /// <summary>Reads a date, a month such as <c>2030-03</c> or a year such as <c>2030</c>: its first and its last day.</summary>
    public static bool TryParseDays(ReadOnlySpan<char> text, out LocalDate first, out LocalDate last)
    {
        if (TryParseDate(text, out first))
        {
            last = first;
            return true;
        }

        last = default;
        if (text.Length is not (4 or 7) || Digits(text[..4]) is not (>= 1 and <= 9998 and var year))
        {
            return false;
        }

        if (text.Length == 4)
        {
            (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
            return true;
        }

        if (text[4] != '-' || Digits(text[5..]) is not (>= 1 and <= 12 and var month))
        {
            return false;
        }

        (first, last) = (new LocalDate(year, month, 1), new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth));
        return true;
    }

    /// <summary>Reads a clock time to the minute; <c>24:00</c> is the end of its day.</summary>
    public static bool TryParseTime(ReadOnlySpan<char> text, out LocalDateTime time)
    {
        time = default;
        if (text.Length != 16 || text[10] != 'T' || text[13] != ':' || !TryParseDate(text[..10], out var date) ||
            Digits(text[11..13]) is not (<= 24 and var hour) || Digits(text[14..]) is not (<= 59 and var minute) ||
            (hour == 24 && minute > 0))
        {
            return false;
        }

        time = hour == 24 ? date.PlusDays(1).AtMidnight() : date + new LocalTime(hour, minute);
        return true;
    }

    /// <summary>A date as <see cref="TryParseDate"/> reads it.</summary>
    public static string Format(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A clock time as <see cref="TryParseTime"/> reads it.</summary>
    public static string Format(LocalDateTime time) => Pattern.Format(time);

    private static int? Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return null;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
