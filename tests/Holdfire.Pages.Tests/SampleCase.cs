using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Queries;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages.Tests;

/// <summary>An invented case: two islands, two sources, one truce that began and one that did not.</summary>
internal static class SampleCase
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Atlantic/Azores"];

    private static readonly LocalDate Start = new(2031, 5, 10);
    private static readonly PartyId North = new("NN");
    private static readonly PartyId South = new("SS");
    private static readonly ActCode Drones = new("attack.air.uav");

    public static Case Create(string title = "The invented strait") => new()
    {
        Id = "strait", Title = title, Zone = Zone.Id, Invented = true,
        Places = new Gazetteer(
        [
            Region("XN-1", "Upper Quay", 41, 10), Region("XN-2", "Long Moor", 41.6, 12.2), Region("XS-1", "Low Sands", 39.2, 11),
            new Area(new("XX"), "All islands", "", [], null, 0, [new("XN-1"), new("XN-2"), new("XS-1")]),
        ]),
        Parties = [new(North, "Northland", PartyRole.Party), new(South, "Southland", PartyRole.Party), new(new("MM"), "A mediator", PartyRole.Mediator)],
        Sources = [Source("nn-staff", "Northland staff", North), Source("ss-staff", "Southland staff", South)],
        Documents = [new(new("D1"), "An invented page", "The Invented Post", "2031-05-11", new string('a', 64), 4000)],
        Truces = [Begun(), Proposed()],
        Statements = [Statement("S01", StatementKind.Pledge), Statement("S02", StatementKind.Accusation, Quantity())],
        Talks = Talks(),
        Conflicts = [new("X1", new("S02"), "Over which hours?", [new("Over the night only", "a second page", [Quantity()])])],
        Reports = [.. Enumerable.Range(0, 24).SelectMany(Reports)],
        Gaps = ["No claims about the sea."],
    };

    public static ImmutableArray<AnsweredTruce> Answers(Case @case) => TruceAnswers.Of(CaseView.Of(@case),
    [
        new(@case.Truces[0], TruceStatus.InForce, [Line(North, "ss-staff"), Line(South, "nn-staff")]),
        new(@case.Truces[1], TruceStatus.NeverInForce, []),
    ], [], fused: true);

    public static ImmutableArray<AuditedClaim> Audit() =>
    [
        new(Quantity(), new CountRange(4, 9), CountRange.AtLeast(2), 20, 30, AuditVerdict.Inconsistent, AuditFault.Arithmetic,
            [new("own-sum", "Finer claims of its own side allow 9 at the most.", ["nn-staff-9", "S01"])])
        {
            Outcome = AuditOutcome.Inconsistent, InShort = "Finer claims of its own side allow 9 at the most.",
        },
    ];

    private static Area Region(string code, string name, double latitude, double longitude) =>
        new(new(code), name, name, [], new GeoPoint(latitude, longitude), 50, []);

    private static Source Source(string id, string name, PartyId party) =>
        new(new(id), name, party, SourceKind.PartyOrgan, ReliabilityGrade.F, new("XX"), []);

    private static IEnumerable<Report> Reports(int day)
    {
        var date = Start.PlusDays(day - 14);
        var quiet = day is 14 or 15;
        yield return Claim($"nn-staff-{day}", "nn-staff", South, date, quiet ? CountRange.Exactly(1) : new CountRange(3 + (day % 5), 8 + (day % 7)), "XN-1");
        if (day % 4 != 3)
        {
            yield return Claim($"ss-staff-{day}", "ss-staff", North, date, day == 18 ? CountRange.Some : CountRange.Exactly(quiet ? 0 : 2 + (day % 3)), day % 2 == 0 ? "XS-1" : "XN-2");
        }
    }

    private static Report Claim(string id, string source, PartyId actor, LocalDate date, CountRange count, string area) => new()
    {
        Id = new(id), Source = new(source), Act = Drones, Measure = Measure.Launched, Count = count,
        Window = TimeWindow.Days(date, date, Zone), Areas = [new(area)], AllegedActor = actor,
    };

    private static Report Quantity() => new()
    {
        Id = new("S02.q1"), Source = new("nn-staff"), Act = Drones, Measure = Measure.Occurred, Unit = CountUnit.Attack,
        Count = CountRange.Exactly(12), Window = TimeWindow.Minutes(Start.At(new LocalTime(18, 0)), Start.PlusDays(1).AtMidnight(), Zone),
        Statement = new StatementId("S02"),
    };

    private static Statement Statement(string id, StatementKind kind, params Report[] quantities) => new()
    {
        Id = new(id), Document = new("D1"), Passage = new(10, 90, new string('b', 64)), Kind = kind, Speaker = new("nn-staff"),
        Addressee = "Southland", Hearsay = 1, Said = TimeWindow.Days(Start, Start, Zone), Truces = [new("T1")],
        Paraphrase = "The other side is said to have sent drones <by night> & by day.", Quantities = [.. quantities],
    };

    private static TalksRecord Talks()
    {
        TalksItem Item(string id, string name) => new(new(id), new("talks"), name, null, "");
        Precondition Requires(string id, PartyId actor, string first, string then, PreconditionRelation relation, bool inferred) => new()
        {
            Id = new(id), Actor = actor, Requires = new(first), For = new(then), Relation = relation, Statements = [new("S01")],
            When = TimeWindow.Days(Start, Start, Zone), Inference = inferred ? new("the authors", "no truce before talks", "its words") : null,
        };
        return new()
        {
            Items = [Item("TALKS", "talks about the strait & its shores"), Item("TRUCE", "a truce"), Item("TOLLS", "tolls for ships that pass"), Item("FISH", "fishing")],
            Proposals = [new() { Id = new("P1"), Kind = ProposalKind.Offer, By = [North], To = [South], Items = [new("TALKS")], Statements = [new("S01")] }],
            Preconditions =
            [
                Requires("PC1", North, "TRUCE", "TALKS", PreconditionRelation.Before, false), Requires("PC2", South, "TALKS", "TRUCE", PreconditionRelation.Before, true),
                Requires("PC3", South, "TRUCE", "TALKS", PreconditionRelation.Before, false), Requires("PC4", North, "TOLLS", "TALKS", PreconditionRelation.TogetherWith, false),
                Requires("PC5", North, "TALKS", "FISH", PreconditionRelation.Before, false), Requires("PC6", South, "TRUCE", "FISH", PreconditionRelation.Before, false),
            ],
            Unconditional = [new() { Id = new("U1"), By = North, Item = new("TALKS"), Statements = [new("S01")] }],
            Mediation = [new() { Id = new("M1"), Kind = MediationKind.AskedFor, By = North, Mediators = [new("MM")], Statements = [new("S02")] }],
        };
    }

    private static Truce Begun()
    {
        var span = new Interval(Local.ToInstant(Start.At(new LocalTime(6, 0)), Zone), Local.ToInstant(Start.PlusDays(2).At(new LocalTime(6, 0)), Zone));
        return new()
        {
            Id = new("T1"), Name = "Harvest truce", Zone = Zone.Id, Announced = TimeWindow.Days(Start.PlusDays(-2), Start.PlusDays(-2), Zone), Intended = span,
            Declarations = [new(North, DeclarationKind.Declares, TimeWindow.Days(Start.PlusDays(-2), Start.PlusDays(-2), Zone), "For two days.", new("S01"), "")],
            InForce = [new(North, span, TimePrecision.Minute, Zone.Id, "its own word", false), new(South, span, TimePrecision.Minute, Zone.Id, "accepted", true)],
            Prohibitions = [new("P1", Drones, null, [new("XX")], [North, South], "No drones.")],
            Exceptions = [new(null, "Self-defence.")], ReleaseClause = "If one breaches, the other is free.", Conflicts = ["The south gives a later start."],
        };
    }

    private static Truce Proposed() => new()
    {
        Id = new("T2"), Name = "Thirty days", Zone = Zone.Id, Announced = TimeWindow.Days(Start.PlusDays(3), Start.PlusDays(3), Zone),
        Intended = Local.Days(Start.PlusDays(5), Start.PlusDays(8), Zone),
    };

    private static AssessmentLine Line(PartyId actor, string source) => new()
    {
        Prohibition = new("P1", Drones, null, [new("XX")], [North, South], "No drones."), Act = Drones, AllegedActor = actor, Source = new(source),
        Measure = Measure.Launched, Status = TruceStatus.InForce, BaselineDays = 12, Baseline = new(4.2, 9.5), BaselineWithAnnounced = new(4, 9.1),
        During = new(1, null), After = new(3, 8), Ratio = new(0.1, null), DetectableRatio = 0.31, Dispersion = 1.4, Coverage = new(24, 0, 24),
        Verdict = Verdict.CannotSay, VerdictIfQuiet = Verdict.Reduced, VerdictIfBaseline = Verdict.NoClearChange,
        FirstAllegedBreach = Local.ToInstant(Start.At(new LocalTime(7, 30)), Zone), FirstAllegedBreachClaim = new Report
        {
            Id = new($"{source}-14"), Source = new(source), Act = Drones, Measure = Measure.Launched, Count = CountRange.Exactly(1),
            Window = TimeWindow.Days(Start, Start, Zone),
        },
        Reasons = ["Half of the hours are unknown."],
        Wanted = [new(new(source), Drones, Local.Days(Start, Start, Zone), 18, "To know whether the first day was quiet.")],
        Hourly = [.. Enumerable.Range(0, 48).Select(h => Hour(h))],
    };

    private static DayCount Hour(int hour)
    {
        var from = Local.ToInstant(Start.At(new LocalTime(6, 0)), Zone) + Duration.FromHours(hour);
        return new(new Interval(from, from + Duration.FromHours(1)), hour == 5 ? 1 : 0, hour == 30 ? null : hour % 6 == 5 ? 2 : 0, new(hour < 24 ? 1 : 0, 0, hour < 24 ? 0 : 1));
    }
}
