using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;
using static Holdfire.Tests.Assessment.InventedTruce;

namespace Holdfire.Tests.Assessment;

/// <summary>Reports that name no actor: a monitor counts ten attacks a day for 28 days, then two a day in a truce of four.</summary>
public sealed class EitherSideTests
{
    private static readonly SourceId Monitor = new("monitor");

    [Fact]
    public void Reports_ThatNameNobody_MakeALineOfEitherSide()
    {
        var line = Assert.Single(Assess(Truce(0, A, B)).Lines);
        Assert.Null(line.AllegedActor);
        Assert.Equal((Monitor, TruceStatus.InForce, 28.0), (line.Source, line.Status, line.BaselineDays));
        Assert.Equal((new RateRange(10, 10), new RateRange(2, 2)), (line.Baseline, line.During));
        Assert.Equal(new ReportId("m-2030-02-01"), line.FirstAllegedBreachReport);
        Assert.NotEqual(Verdict.CannotSay, line.Verdict);
    }

    [Fact]
    public void Reports_ThatNameNobody_GiveTheFirstAllegedBreach()
    {
        var first = Assert.Single(Assess(Truce(0, A, B)).First);
        Assert.Equal((null, new ReportId("m-2030-02-01")), (first.Actor, first.Claim.Id));
        Assert.Empty(Assess(Truce(0, A)).First);
    }

    [Fact]
    public void Reports_WhereOnePartyIsNotBound_CountAtMost()
    {
        var line = Assert.Single(Assess(Truce(0, A)).Lines);
        Assert.Equal((new RateRange(0, 10), new RateRange(0, 2)), (line.Baseline, line.During));
        Assert.Equal(Verdict.CannotSay, line.Verdict);
        Assert.Contains(line.Reasons, r => r.Contains("may be acts of BB", StringComparison.Ordinal));
    }

    [Fact]
    public void Parties_BoundFromDifferentDays_AreComparedInTheTimeThatBothWere()
    {
        // A from the first day, B from the second: the first day is neither before nor during; the 28 days of data before are.
        var truce = Truce(0) with { InForce = [InForce(A, Start, Start.PlusDays(3)), InForce(B, Start.PlusDays(1), Start.PlusDays(3))] };
        var line = Assert.Single(Assess(truce).Lines);
        Assert.Equal(Local.Days(Start.PlusDays(1), Start.PlusDays(3), Zone), line.TimeInForce);
        Assert.Equal(72, line.Coverage.Yes, 9);
        Assert.Equal(28, line.BaselineDays, 9);
        Assert.Equal(new RateRange(10, 10), line.Baseline);
    }

    [Fact]
    public void Parties_NeverBoundAtOneTime_LeaveTheLineOut()
    {
        var truce = Truce(0) with { InForce = [InForce(A, Start, Start.PlusDays(1)), InForce(B, Start.PlusDays(2), Start.PlusDays(3))] };
        var assessed = Assess(truce);
        Assert.Empty(assessed.Lines);
        var left = Assert.Single(assessed.LeftOut);
        Assert.Equal((Monitor, (PartyId?)null, 32), (left.Source, left.Actor, left.Reports));
        Assert.Contains("no time at which the truce certainly bound each party", left.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measure")]
    [InlineData("area")]
    [InlineData("end")]
    [InlineData("actor")]
    public void Reports_WithoutALine_AreNamedWithTheReason(string what)
    {
        var truce = Truce(0, A, B);
        var reports = Reports();
        var (changed, told, why) = what switch
        {
            "measure" => (truce, reports.Select(r => r with { Measure = Measure.Hit }), "how many were launched or destroyed, or occurred"),
            "area" => (truce, reports.Select(r => r with { Areas = [new("X-FAR")] }), "none of them lies in an area of the terms"),
            "end" => (truce with { InForce = [.. truce.InForce.Select(f => f with { EndUnknown = true })] }, reports, "certainly bound each party"),
            _ => (truce, reports.Select(r => r with { AllegedActor = new("CC") }), "CC is no party of this case that a truce can bind"),
        };
        var assessed = Assess(changed, told);
        Assert.Empty(assessed.Lines);
        Assert.Contains(why, Assert.Single(assessed.LeftOut).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Truce_WithoutEnd_IsAssessedToTheEndOfTheData()
    {
        var truce = Truce(0, A, B);
        var open = truce with { Intended = Open(), InForce = [.. truce.InForce.Select(f => f with { When = Open() })] };
        var line = Assert.Single(Assess(open).Lines);
        Assert.Equal((96.0, 0.0), (line.Coverage.Yes, line.Coverage.Unknown));
        Assert.Equal(new RateRange(2, 2), line.During);
        Assert.Null(line.After);

        // A declared watch of six days more, in which nothing is told of, counts as quiet days.
        var watched = Assert.Single(Assess(open, Reports(), [new Watch(true, new("attack"), new("X-ALL"), Local.Days(Start, Start.PlusDays(9), Zone), "plan")]).Lines);
        Assert.Equal(240, watched.Coverage.Yes, 9);
        Assert.Equal(new RateRange(0.8, 0.8), watched.During);
    }

    [Fact]
    public void Options_WithoutEitherSide_AssessNamedPartiesAlone()
    {
        var @case = Case(Truce(0, A, B), Reports(), []);
        var assessed = Assessor.Assess(CaseView.Of(@case), new AssessmentOptions { EitherSide = false })[0];
        Assert.Empty(assessed.Lines);
        Assert.Empty(assessed.LeftOut);
        Assert.Empty(assessed.First);
    }

    private static Interval Open() => new(Zone.AtStartOfDay(Start).ToInstant(), null);

    private static IEnumerable<Report> Reports() => Daily(Start.PlusDays(-28), 32, i => i < 28 ? 10 : 2)
        .Select(r => r with { Id = new(r.Id.Value.Replace("aa-army", "m", StringComparison.Ordinal)), Source = Monitor, AllegedActor = null });

    private static TruceAssessment Assess(Truce truce, IEnumerable<Report>? reports = null, ImmutableArray<Watch>? watches = null) =>
        Assessor.Assess(CaseView.Of(Case(truce, reports ?? Reports(), watches ?? [])), new AssessmentOptions())[0];

    private static Case Case(Truce truce, IEnumerable<Report> reports, ImmutableArray<Watch> watches)
    {
        var @case = InventedTruce.Case(reports, truce);
        return @case with
        {
            Parties = [.. @case.Parties, new Party(new("CC"), "C", PartyRole.Other)],
            Sources = [.. @case.Sources, new Source(Monitor, "A monitor", null, SourceKind.Monitor, ReliabilityGrade.B, new("X-ALL"), watches)],
            Places = new Gazetteer(
            [
                new Area(new("X-ALL"), "Everywhere", "", [], new GeoPoint(47, 8), 100, []), new Area(new("X-FAR"), "Far away", "", [], new GeoPoint(-47, 8), 100, []),
            ]),
        };
    }
}
