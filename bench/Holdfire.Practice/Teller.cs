using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Practice;

/// <summary>How each source tells of an event: its zone, how exactly it gives time and place, how late it is.</summary>
internal sealed class Teller(Random random)
{
    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly InstantPattern Said = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public List<ReportRow> Rows { get; } = [];

    /// <summary>The corrections, as the lines of case.yaml.</summary>
    public List<string> Corrections { get; } = [];

    /// <summary>A party's organ: clock times to the quarter of an hour, a region, now and then a point, an actor named.</summary>
    public ReportRow Party(string source, Event e, string actor)
    {
        var zone = source.StartsWith("ord", StringComparison.Ordinal) ? "Etc/GMT+2" : "Etc/GMT+1";
        var told = Told(source, e, zone, 15) with { Areas = e.Area, AllegedActor = actor, Target = e.Target };
        return Add(random.Next(3) > 0 ? told : told with { Lat = Number(e.Latitude), Lon = Number(e.Longitude), RadiusKm = "1" });
    }

    /// <summary>A patrol or camera of the commission: minutes, a point with a radius, nobody named.</summary>
    public ReportRow Monitor(string source, Event e, string mode, double radiusKm) => Add(Told(source, e, "UTC", 1) with
    {
        Lat = Number(e.Latitude + Off(radiusKm)), Lon = Number(e.Longitude + Off(radiusKm)), RadiusKm = Number(radiusKm), Mode = mode, Areas = e.Area,
    });

    /// <summary>A desk or an observer: half hours, a region; the actor as they have it, or nobody.</summary>
    public ReportRow Local(string source, Event e, string mode, string actor = "") =>
        Add(Told(source, e, "Etc/GMT+1", 30) with { Areas = e.Area, Mode = mode, AllegedActor = actor });

    /// <summary>A report that repeats others.</summary>
    public ReportRow Quoting(string source, Event e, string actor, params ReportRow[] of) => Add(Told(source, e, "Etc/GMT+1", 60) with
    {
        Areas = e.Area, AllegedActor = actor, Quotes = string.Join(';', of.Select(r => r.Id)),
    });

    /// <summary>A denial of others, which tells of no event of its own.</summary>
    public ReportRow Denial(string source, Event e, string mode, params ReportRow[] of) => Add(Told(source, e, "Etc/GMT+1", 60) with
    {
        Areas = e.Area, Mode = mode, Count = "0", Denies = string.Join(';', of.Select(r => r.Id)),
    });

    public void Correct(ReportRow report, ReportRow? by)
    {
        var kind = by is null ? "withdrawn" : "corrected";
        Corrections.Add($"  - {{report: {report.Id}, kind: {kind}, {(by is null ? "" : $"by: {by.Id}, ")}published: \"{report.Published[..10]}T23:30Z\", reference: notice of the source}}");
    }

    public ReportRow Add(ReportRow row)
    {
        Rows.Add(row);
        return row;
    }

    public string NextId(string source)
    {
        numbers[source] = numbers.GetValueOrDefault(source) + 1;
        return FormattableString.Invariant($"{source}-{numbers[source]:000}");
    }

    private ReportRow Told(string source, Event e, string zone, int minutes)
    {
        var at = DateTimeZoneProviders.Tzdb[zone];
        var step = minutes * 60L;
        var from = Instant.FromUnixTimeSeconds(e.From.ToUnixTimeSeconds() / step * step);
        var end = (e.From + Duration.FromMinutes(e.Minutes)).ToUnixTimeSeconds();
        var to = Instant.FromUnixTimeSeconds((end + step - 1) / step * step);
        return new ReportRow
        {
            Id = NextId(source), Source = source, Zone = zone, Precision = "minute", Act = e.Act, Count = Counted(e.Count),
            From = Clock.Format(from.InZone(at).LocalDateTime), To = Clock.Format(to.InZone(at).LocalDateTime),
            Published = Said.Format(to + Duration.FromMinutes(random.Next(20, 300))), Reference = "bulletin",
        };
    }

    private string Counted(int count) => random.Next(5) switch
    {
        0 when count > 1 => FormattableString.Invariant($"{count - 1}..{count + 1}"),
        1 => FormattableString.Invariant($">={Math.Max(1, count - 1)}"),
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    private double Off(double km) => (random.NextDouble() - 0.5) * km / 111;

    private static string Number(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);
}
