using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The units of a source in a zone, numbered by their day.</summary>
/// <param name="Unit">What they are.</param>
/// <param name="Zone">The zone of the truce.</param>
/// <param name="Anchor">Of nights the hour of their middle, from midnight; of weeks the weekday of their start, from Thursday.</param>
/// <param name="UsualFrom">Of nights: when the source's nights begin, as hours from midnight.</param>
/// <param name="UsualTo">Of nights: when they end.</param>
internal sealed record UnitGrid(ReportingUnit Unit, DateTimeZone Zone, int Anchor, double UsualFrom, double UsualTo)
{
    private const int HalfDay = 12;
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>How many days a unit has.</summary>
    public int Days => Unit == ReportingUnit.Week ? 7 : 1;

    /// <summary>The units of a source: as it declares, else as long as most of its claims are.</summary>
    /// <remarks>Most claims are of five to nine days: weeks. Most are of 4 to 20 hours about 2 in the morning: nights. Else days.</remarks>
    public static UnitGrid Of(ReportingRhythm? rhythm, IEnumerable<Report> claims, DateTimeZone zone)
    {
        var (nights, weekdays, all) = (new List<(double From, double To)>(), new int[7], 0);
        foreach (var extent in claims.Select(c => c.Window.Extent).Where(e => e.HasStart && e.HasEnd))
        {
            all++;
            if (extent.Duration.TotalHours is >= 120 and <= 216)
            {
                weekdays[Modulo(DayOf(extent.Start.InZone(zone).Date), 7)]++;
            }
            else if (extent.Duration.TotalHours is >= 4 and <= 20 && AboutMidnight(extent, zone) is { From: <= 2, To: >= 2 } night)
            {
                nights.Add(night);
            }
        }

        var unit = rhythm switch
        {
            ReportingRhythm.Night => ReportingUnit.Night,
            ReportingRhythm.Day => ReportingUnit.Day,
            ReportingRhythm.Week => ReportingUnit.Week,
            _ => weekdays.Sum() * 2 > all ? ReportingUnit.Week : nights.Count * 2 > all ? ReportingUnit.Night : ReportingUnit.Day,
        };
        return unit switch
        {
            ReportingUnit.Week => new UnitGrid(unit, zone, weekdays.Sum() == 0 ? 4 : Array.IndexOf(weekdays, weekdays.Max()), 0, 0),
            ReportingUnit.Night => NightsOf(zone, nights),
            _ => new UnitGrid(unit, zone, 0, 0, 0),
        };
    }

    /// <summary>The number of the unit that an instant is in.</summary>
    public int NumberOf(Instant at)
    {
        var local = at.InZone(Zone).LocalDateTime;
        return Unit switch
        {
            ReportingUnit.Week => FloorDiv(DayOf(local.Date) - Anchor, 7),
            ReportingUnit.Night => DayOf(local.PlusHours(HalfDay - Anchor).Date),
            _ => DayOf(local.Date),
        };
    }

    /// <summary>The unit of a number.</summary>
    public Interval Window(int number) => Unit == ReportingUnit.Week
        ? Local.Days(Epoch.PlusDays((number * 7) + Anchor), Epoch.PlusDays((number * 7) + Anchor + 6), Zone)
        : Unit == ReportingUnit.Day ? Local.Days(Epoch.PlusDays(number), Epoch.PlusDays(number), Zone)
        : new Interval(At(number, Anchor - HalfDay), At(number + 1, Anchor - HalfDay));

    /// <summary>The part of it that the source's claims usually are about: of a night its hours of dark, else all.</summary>
    public Interval Usual(int number) => Unit != ReportingUnit.Night ? Window(number)
        : new Interval(AtMinutes(number, UsualFrom), AtMinutes(number, UsualTo));

    private static UnitGrid NightsOf(DateTimeZone zone, List<(double From, double To)> nights)
    {
        const double From = -3, To = 9;
        var (from, to) = nights.Count == 0 ? (From, To) : (Median(nights.Select(n => n.From)), Median(nights.Select(n => n.To)));
        return new UnitGrid(ReportingUnit.Night, zone, (int)Math.Round((from + to) / 2, MidpointRounding.AwayFromZero), from, to);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    // Hours of the ends from the midnight that is nearest to the middle.
    private static (double From, double To)? AboutMidnight(Interval extent, DateTimeZone zone)
    {
        var middle = (extent.Start + (extent.Duration / 2)).InZone(zone).LocalDateTime;
        var midnight = Local.ToInstant((middle.Hour < HalfDay ? middle.Date : middle.Date.PlusDays(1)).AtMidnight(), zone);
        return ((extent.Start - midnight).TotalHours, (extent.End - midnight).TotalHours);
    }

    private Instant At(int day, int hour) => Local.ToInstant(Epoch.PlusDays(day).AtMidnight().PlusHours(hour), Zone);

    private Instant AtMinutes(int day, double hours) =>
        Local.ToInstant(Epoch.PlusDays(day).AtMidnight().PlusMinutes((long)Math.Round(hours * 60)), Zone);

    private static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    private static int FloorDiv(int value, int by) => (value - Modulo(value, by)) / by;

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
