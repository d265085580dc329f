using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Tests.Assessment;

/// <summary>Two parties, each with an army that counts the other's drones by the day; a truce of 1 to 4 February 2030.</summary>
internal static class InventedTruce
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Zurich"];
    public static readonly ActCode Drones = new("attack.air.uav");
    public static readonly PartyId A = new("AA");
    public static readonly PartyId B = new("BB");
    public static readonly LocalDate Start = new(2030, 2, 1);
    private static readonly AreaCode Everywhere = new("X-ALL");

    public static Truce Truce(int announcedDaysBefore = 2, params PartyId[] bound) => new()
    {
        Id = new TruceId("T1"), Name = "Harvest truce", Zone = Zone.Id,
        Announced = TimeWindow.Days(Start.PlusDays(-announcedDaysBefore), Start.PlusDays(-announcedDaysBefore), Zone),
        Intended = Local.Days(Start, Start.PlusDays(3), Zone),
        InForce = [.. bound.Select(p => InForce(p, Start, Start.PlusDays(3)))],
        Prohibitions = [new Prohibition("P1", new ActCode("attack.air"), null, [Everywhere], [A, B], "No attacks by air")],
    };

    public static InForce InForce(PartyId party, LocalDate first, LocalDate last) =>
        new(party, Local.Days(first, last, Zone), TimePrecision.Day, Zone.Id, "both sides' words", false);

    public static Case Case(IEnumerable<Report> reports, params Truce[] truces) => new()
    {
        Id = "invented", Title = "Invented", Zone = Zone.Id, Invented = true,
        Places = new Gazetteer([new Area(Everywhere, "Everywhere", "", [], new GeoPoint(47, 8), 100, [])]),
        Parties = [new Party(A, "A", PartyRole.Party), new Party(B, "B", PartyRole.Party)],
        Sources = [Army("aa-army", A), Army("bb-army", B)], Truces = [.. truces], Reports = [.. reports],
    };

    public static IEnumerable<Report> Daily(LocalDate first, int days, Func<int, long> count, string army = "aa-army") =>
        Enumerable.Range(0, days).Select(i => Claim(first.PlusDays(i), count(i), army));

    public static Report Claim(LocalDate day, long count, string army = "aa-army") => new()
    {
        Id = new ReportId(FormattableString.Invariant($"{army}-{day:uuuu-MM-dd}")), Source = new SourceId(army),
        Act = Drones, Measure = Measure.Launched, Count = CountRange.Exactly(count),
        Window = TimeWindow.Days(day, day, Zone), AllegedActor = army == "aa-army" ? B : A, Areas = [Everywhere],
        Published = Local.ToInstant(day.PlusDays(1).At(new LocalTime(9, 0)), Zone),
    };

    public static AssessmentLine TheLine(Case @case, AssessmentOptions? options = null, Instant? asOf = null) =>
        Assert.Single(Lines(@case, options, asOf));

    public static ImmutableArray<AssessmentLine> Lines(Case @case, AssessmentOptions? options = null, Instant? asOf = null) =>
        Assessor.Assess(CaseView.Of(@case, asOf), options ?? new AssessmentOptions())[0].Lines;

    private static Source Army(string id, PartyId party) =>
        new(new SourceId(id), id, party, SourceKind.PartyOrgan, ReliabilityGrade.F, Everywhere, []);
}
