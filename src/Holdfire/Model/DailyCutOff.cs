using Holdfire.Time;
using NodaTime;

namespace Holdfire.Model;

/// <summary>When the day of a daily report ends.</summary>
/// <param name="Time">The clock time; midnight is the end of the day that it is the report of.</param>
/// <param name="Zone">The IANA id of the zone of the clock.</param>
public sealed record DailyCutOff(LocalTime Time, string Zone)
{
    /// <summary>Midnight in the zone of a case: what holds where a case says nothing.</summary>
    public static DailyCutOff MidnightIn(string zone) => new(LocalTime.Midnight, zone);

    /// <summary>The time that the report of a date covers: from the cut-off of the day before to that of the date.</summary>
    public Interval DayOf(LocalDate date) => new(EndOf(date.PlusDays(-1)), EndOf(date));

    private Instant EndOf(LocalDate date)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        return Time == LocalTime.Midnight ? Local.StartOf(date.PlusDays(1), zone) : Local.ToInstant(date + Time, zone);
    }
}
