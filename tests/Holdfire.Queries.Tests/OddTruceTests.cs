using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries.Tests;

/// <summary>What is said of truces that are unlike most: overlapping, years long, of sums by the week, without any report, with none before.</summary>
public sealed class OddTruceTests
{
    private static readonly AreaCode Everywhere = new("X-ALL");
    private static readonly PartyId North = new("NO");
    private static readonly LocalDate First = new(2031, 1, 1);

    [Fact]
    public void WatchedThroughoutWithoutAnyReport_IsHeldAsFarAsCanBeTold()
    {
        var (says, figures) = Of([], Truce("T", 60, 14));
        Assert.Equal("Held as far as its sources can tell: they watched all 336 hours and allege no breach.", says.Breaches);
        Assert.Contains("report nothing of what it forbids", says.Change, StringComparison.Ordinal);
        Assert.True(figures.Change.IsWatched);

        var (unwatched, _) = Of([], Truce("T", 60, 90));
        Assert.StartsWith("No breach is alleged here", unwatched.Breaches, StringComparison.Ordinal);
        Assert.StartsWith("No source here counts", unwatched.Change, StringComparison.Ordinal);
    }

    [Fact]
    public void NoneBefore_IsSaidAsNone_AndNotAsARatio()
    {
        var (says, _) = Of(Days(60, 14).Select(d => Claim(d, d, 3)), Truce("T", 60, 14));
        Assert.Contains("rose, as counted by Mission: 42 in 14 days, none in the 60 days before", says.Change, StringComparison.Ordinal);
        Assert.Null(says.Reporting);
    }

    [Fact]
    public void SumsOfWeeks_AreOfSoManyDaysAtLeast()
    {
        var weeks = Enumerable.Range(0, 4).Select(w => Claim(First.PlusDays(60 + (7 * w)), First.PlusDays(66 + (7 * w)), 9) with { Harm = new Harm(CountRange.Exactly(2), null, null) });
        var (_, figures) = Of(weeks, Truce("T", 60, 28));
        Assert.Equal(new CountBounds(4, 28), figures.Breaches.All.DaysWithBreach);
        Assert.Equal(new CountBounds(8, 8), figures.Breaches.All.KilledCivilians);
    }

    [Fact]
    public void OverlappingTruces_AreNamed()
    {
        var reports = Days(0, 90).Select(d => Claim(d, d, 5));
        var (says, _) = Of(reports, Truce("T1", 50, 30), Truce("T2", 60, 10));
        Assert.Contains("what it added to Truce T2, in force at the same time", says.Unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("what it added", Of(reports, Truce("T1", 50, 10), Truce("T2", 60, 10)).Says.Unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void TruceOfYears_IsNotForetoldBeyondOne()
    {
        var (says, _) = Of(Days(0, 600).Select((d, i) => Claim(d, d, i < 60 ? 9 + (i % 3) : 1)), Truce("T", 60, 540));
        Assert.Contains("what 540 days without it would have been", says.Unknown, StringComparison.Ordinal);
    }

    private static IEnumerable<LocalDate> Days(int from, int count) => Enumerable.Range(from, count).Select(First.PlusDays);

    private static (AnswerSentences Says, AnswerFigures Figures) Of(IEnumerable<Report> reports, params Truce[] truces)
    {
        var watch = new Watch(true, new ActCode("attack"), Everywhere, Local.Days(First, First.PlusDays(99), DateTimeZone.Utc), "plan");
        var view = CaseView.Of(new Case
        {
            Id = "odd", Title = "Odd", Zone = "UTC", Invented = true,
            Places = new Gazetteer([new Area(Everywhere, "Everywhere", "", [], new GeoPoint(-30, -20), 100, [])]),
            Parties = [new Party(North, "North", PartyRole.Party)],
            Sources = [new Source(new SourceId("mon"), "Mission", null, SourceKind.Monitor, ReliabilityGrade.A, Everywhere, [watch])],
            Truces = [.. truces], Reports = [.. reports],
        });
        var query = QueryCatalogue.Find("assess")!;
        var answer = (AssessAnswer)query.Run(view, QueryArguments.Parse(query, [], out _), Work.Unlimited).Answer;
        return (answer.Truces[0].Answer, answer.Truces[0].Figures);
    }

    private static Truce Truce(string id, int from, int days)
    {
        var when = Local.Days(First.PlusDays(from), First.PlusDays(from + days - 1), DateTimeZone.Utc);
        return new Truce
        {
            Id = new TruceId(id), Name = $"Truce {id}", Zone = "UTC", Intended = when, Announced = TimeWindow.Days(First.PlusDays(from), First.PlusDays(from), DateTimeZone.Utc),
            InForce = [new InForce(North, when, TimePrecision.Day, "UTC", "text", false)],
            Prohibitions = [new Prohibition("P1", new ActCode("attack"), null, [Everywhere], [North], "No attacks")],
        };
    }

    private static Report Claim(LocalDate first, LocalDate last, long count) => new()
    {
        Id = new ReportId($"r-{first:uuuu-MM-dd}"), Source = new SourceId("mon"), Act = new ActCode("attack.shelling"), Measure = Measure.Occurred,
        Count = CountRange.Exactly(count), Window = TimeWindow.Days(first, last, DateTimeZone.Utc), AllegedActor = North, Areas = [Everywhere], IsAggregate = true,
    };
}
