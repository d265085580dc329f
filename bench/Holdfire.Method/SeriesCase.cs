using System.Collections.Immutable;
using System.Globalization;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;
using NodaTime.Text;

namespace Holdfire.Method;

/// <summary>A case of one source that counts by the day and watches throughout.</summary>
internal static class SeriesCase
{
    private static readonly AreaCode Everywhere = new("X-ALL");
    private static readonly ActCode Attack = new("attack");
    private static readonly PartyId Party = new("A");
    private static readonly SourceId Counter = new("counter");

    /// <summary>What a truce forbids.</summary>
    public static Prohibition Terms(ImmutableArray<PartyId> bound) => new("P", Attack, null, [Everywhere], bound, "No attacks");

    /// <summary>The days of a CSV file with a header and rows of date and count; days without a row are zeros.</summary>
    public static ImmutableArray<(LocalDate Day, long Count)> Read(string path) => [.. File.ReadLines(path).Skip(1).Select(l => l.Split(','))
        .Select(c => (LocalDatePattern.Iso.Parse(c[0].Trim('"')).Value, long.Parse(c[1], CultureInfo.InvariantCulture)))];

    /// <summary>The case of a series.</summary>
    public static Case Of(string id, ImmutableArray<(LocalDate Day, long Count)> days)
    {
        var (first, last) = (days.Min(d => d.Day), days.Max(d => d.Day));
        var watch = new Watch(true, Attack, Everywhere, Local.Days(first, last, DateTimeZone.Utc), "every day");
        return new Case
        {
            Id = id, Title = id, Zone = "UTC", Invented = true,
            Places = new Gazetteer([new Area(Everywhere, "Everywhere", "", [], new GeoPoint(0, 0), 100, [])]),
            Parties = [new Party(Party, "A", PartyRole.Party)],
            Sources = [new Source(Counter, "Counter", null, SourceKind.Observer, ReliabilityGrade.B, Everywhere, [watch])],
            Reports = [.. days.Where(d => d.Count > 0).Select(d => new Report
            {
                Id = new ReportId(LocalDatePattern.Iso.Format(d.Day)), Source = Counter, Act = Attack, Measure = Measure.Occurred,
                Count = CountRange.Exactly(d.Count), Window = TimeWindow.Days(d.Day, d.Day, DateTimeZone.Utc), AllegedActor = Party,
                Areas = [Everywhere], IsAggregate = true,
            })],
        };
    }
}
