using NodaTime;
using NodaTime.Text;

namespace Holdfire.Time;

/// <summary>Times as a sentence has them: "8 to 10 May 2031", "the night to 7 May 2031". Civil times of a zone, in English.</summary>
public static class PlainTime
{
    private static readonly LocalDatePattern DayMonthYear = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern DayMonth = LocalDatePattern.CreateWithInvariantCulture("d MMMM");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A date: "7 May 2031".</summary>
    public static string Of(LocalDate date) => DayMonthYear.Format(date);

    /// <summary>Both dates included: "8 to 10 May 2031"; one date where they are the same.</summary>
    public static string Of(LocalDate first, LocalDate last) =>
        first == last ? Of(first)
        : first.Year != last.Year ? $"{Of(first)} to {Of(last)}"
        : first.Month != last.Month ? $"{DayMonth.Format(first)} to {Of(last)}"
        : FormattableString.Invariant($"{first.Day} to {Of(last)}");

    /// <summary>A clock time of the zone: "7 May 2031, 18:00".</summary>
    public static string At(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return $"{Of(local.Date)}, {Clock.Format(local.TimeOfDay)}";
    }

    /// <summary>Whole days where the interval is made of them, else clock times; an end that is open is said to be.</summary>
    public static string Of(Interval span, DateTimeZone zone) => (span.HasStart, span.HasEnd) switch
    {
        (false, false) => "a time that is not given",
        (true, false) => $"from {Open(span.Start, zone)} on",
        (false, true) => $"before {Open(span.End, zone)}",
        _ when IsMidnight(span.Start, zone) && IsMidnight(span.End, zone) && span.Start < span.End => Of(Day(span.Start, zone), Day(span.End - Duration.Epsilon, zone)),
        _ when Day(span.Start, zone) == Day(span.End, zone) => $"{At(span.Start, zone)} to {Clock.Format(span.End.InZone(zone).TimeOfDay)}",
        _ => $"{At(span.Start, zone)} to {At(span.End, zone)}",
    };

    /// <summary>As exactly as the window was given, in its own zone: "the night to 7 May 2031".</summary>
    public static string Of(TimeWindow window)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(window.Zone) ?? DateTimeZone.Utc;
        return window.Precision switch
        {
            TimePrecision.PartOfDay when window.Extent.HasStart => $"the night to {Of(Day(window.Extent.Start, zone).PlusDays(1))}",
            TimePrecision.Hour when window.Extent is { HasStart: true, HasEnd: true } about =>
                $"about {At(about.Start + ((about.End - about.Start) / 2), zone)}",
            _ => Of(window.Extent, zone),
        };
    }

    private static string Open(Instant at, DateTimeZone zone) => IsMidnight(at, zone) ? Of(Day(at, zone)) : At(at, zone);

    private static LocalDate Day(Instant at, DateTimeZone zone) => at.InZone(zone).Date;

    private static bool IsMidnight(Instant at, DateTimeZone zone) => Local.StartOf(Day(at, zone), zone) == at;
}
