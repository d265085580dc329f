using NodaTime;
using NodaTime.Text;

namespace Holdfire.Importers;

/// <summary>The stated forms of dates in letters that people know.</summary>
internal static class DateText
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    /// <summary>The pattern in NodaTime's letters: <c>yyyy</c> and <c>YYYY</c> are years, and <c>mm</c> and <c>DD</c> month and day where no clock stands with them.</summary>
    public static string PatternOf(string form)
    {
        var pattern = form.Replace('Y', 'y').Replace('D', 'd').Replace("yyyy", "uuuu", StringComparison.Ordinal);
        return pattern.Contains('M', StringComparison.Ordinal) || HasClock(pattern) ? pattern : pattern.Replace('m', 'M');
    }

    /// <summary>Whether a pattern has a clock time.</summary>
    public static bool HasClock(string pattern) => pattern.AsSpan().IndexOfAny('H', 'h') >= 0;

    /// <summary>A date in the form <c>2030-03-01</c>.</summary>
    public static LocalDate? IsoDate(string text) => Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
