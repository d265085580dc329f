using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;

namespace Holdfire.Tests.Fusion;

public sealed class FusionExampleTests
{
    [Fact]
    public void TwoSources_OfOneShellingInAQuietPlace_AreOneIncident()
    {
        var result = Fuser.Fuse(Theatre.Input(
            [Theatre.At("A1", "aa-army", 4.0, count: 12, actor: "BB"), Theatre.At("M1", "monitor", 4.1, 0.8, count: 10)]));
        var incident = Assert.Single(result.Incidents(CaseBuilder.Places));
        Assert.Equal("I-A1", incident.Id.Value);
        Assert.True(incident.Probability > 0.9);
        Assert.Equal(ContradictionKind.Time, incident.Contradictions[0].Kind);
        Assert.Contains(incident.Contradictions, c => c.Kind == ContradictionKind.Count);
        Assert.Equal(new CountRange(10, 12), incident.Counts.Single().Range);
    }

    [Fact]
    public void HarmOfAnyNumber_IsWeighed()
    {
        var most = Theatre.At("A1", "aa-army", 4.0) with { Harm = new Harm(new CountRange(long.MaxValue, null), CountRange.Exactly(long.MaxValue), null) };
        Assert.Equal(2, Fuser.Fuse(Theatre.Input([most, Theatre.At("M1", "monitor", 4.1)])).Count);
    }

    [Fact]
    public void OneSource_OfTwoShellingsAtOneTime_TellsOfTwo()
    {
        var result = Fuser.Fuse(Theatre.Input([Theatre.At("A1", "aa-army", 4.0, count: 12), Theatre.At("A2", "aa-army", 4.1, 0.2, count: 10)]));
        Assert.Equal(["A1", "A2"], Theatre.Groups(result));
    }

    [Fact]
    public void OneSource_WithTheSameWordsAgain_RepeatsItself()
    {
        var result = Fuser.Fuse(Theatre.Input([Theatre.At("A1", "aa-army", 4.0, count: 12), Theatre.At("A2", "aa-army", 4.0, count: 12)]));
        Assert.Equal(["A1 A2"], Theatre.Groups(result));
    }

    [Theory]
    [InlineData(6.0, 6.0, "A1|A2")]
    [InlineData(6.0, 12.0, "A1 A2")]
    [InlineData(6.0, null, "A1|A2")]
    public void OneSource_OfOneShellingInOtherFigures_TellsOfItAgainOnlyLater(double first, double? second, string groups)
    {
        var result = Fuser.Fuse(Theatre.Input(
            [Told(Theatre.At("A1", "aa-army", 4.0, count: 12), first), Told(Theatre.At("A2", "aa-army", 4.0, count: 10), second)]));
        Assert.Equal(groups.Split('|'), Theatre.Groups(result));
    }

    [Fact]
    public void OneSource_OfTheSameWordsInAWindowCutByItsPosts_RepeatsItself()
    {
        var result = Fuser.Fuse(Theatre.Input([
            Told(Theatre.At("A1", "aa-army", 0, count: 12, hours: 24), 9), Told(Theatre.At("A2", "aa-army", 0, count: 12, hours: 24), 11)]));
        Assert.Equal(["A1 A2"], Theatre.Groups(result));
        Assert.True(result.ProbabilityOf(0) > 0.9);
    }

    private static Report Told(Report report, double? hour) =>
        report with { Published = hour is { } h ? CaseBuilder.Hours(0, h).End : null };

    [Fact]
    public void OneBarrageOrTwo_WhereItIsOpen_KeepsBothReadings()
    {
        var result = Fuser.Fuse(Theatre.Input(
            [Theatre.At("A1", "aa-army", 4.0, radius: 4, hours: 8), Theatre.At("B1", "bb-army", 9.0, 3, 2, radius: 8, hours: 8, act: "attack")]));
        var incident = result.Incidents(CaseBuilder.Places).First();
        Assert.InRange(incident.Probability, 0.02, 0.98);
        Assert.NotNull(incident.RunnerUp);
        Assert.InRange(incident.RunnerUp.Odds, 0.02, 1);
    }

    [Fact]
    public void TwoSides_WhoNameEachOther_AreOneIncidentWithAContradiction()
    {
        var result = Fuser.Fuse(Theatre.Input(
            [Theatre.At("A1", "aa-army", 4.0, count: 12, actor: "BB"), Theatre.At("B1", "bb-army", 4.05, 0.5, count: 12, actor: "AA")]));
        var incident = Assert.Single(result.Incidents(CaseBuilder.Places));
        Assert.Contains(incident.Contradictions, c => c.Kind == ContradictionKind.Actor);
        Assert.Equal(["AA", "BB"], incident.Actors.Select(a => a.Value));
    }

    [Fact]
    public void ADenial_JoinsWhatItDeniesAndNarrowsNothing()
    {
        var denial = Theatre.At("B1", "bb-army", 4.0, 30, count: 0) with { Denies = [new("A1")] };
        var incident = Assert.Single(Fuser.Fuse(Theatre.Input([Theatre.At("A1", "aa-army", 4.0, count: 12), denial])).Incidents(CaseBuilder.Places));
        Assert.Equal(CountRange.Exactly(12), incident.Counts.Single().Range);
        Assert.Contains(incident.Contradictions, c => c.Kind == ContradictionKind.Denial);
    }

    [Fact]
    public void QuotesInACircle_AreOneIncidentOfTheFirst()
    {
        Report[] reports =
        [
            Theatre.At("A1", "aa-army", 4.0) with { Quotes = [new("B1")] }, Theatre.At("B1", "bb-army", 4.0) with { Quotes = [new("A1")] },
        ];
        var result = Fuser.Fuse(Theatre.Input(reports));
        Assert.Equal(["A1 B1"], Theatre.Groups(result));
        Assert.Equal("A1", Assert.Single(result.ReasonsOf(0).Evidence).Value);
    }

    [Fact]
    public void Quotes_AddNoWeight()
    {
        Report[] two = [Theatre.At("A1", "aa-army", 4.0), Theatre.At("M1", "monitor", 4.3, 2)];
        Report[] three = [.. two, Theatre.At("D1", "desk", 4.0) with { Quotes = [new("A1")] }];
        Assert.Equal(Fuser.Fuse(Theatre.Input(two)).Pairs().Single().Probability, Fuser.Fuse(Theatre.Input(three)).Pairs().First(p => p.A.Value == "A1" && p.B.Value == "M1").Probability);
    }

    [Fact]
    public void Pins_ThatContradictEachOther_AreRefused()
    {
        Report[] reports = [Theatre.At("A1", "aa-army", 4.0), Theatre.At("B1", "bb-army", 4.0), Theatre.At("M1", "monitor", 4.0)];
        Pin[] pins =
        [
            new("P1", new("A1"), new("B1"), true, "x", "y"), new("P2", new("B1"), new("M1"), true, "x", "y"), new("P3", new("A1"), new("M1"), false, "x", "y"),
        ];
        var thrown = Assert.Throws<ArgumentException>(() => Fuser.Fuse(Theatre.Input(reports, pins)));
        Assert.Contains("P3", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_WithOneId_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Fuser.Fuse(Theatre.Input([Theatre.At("A1", "aa-army", 4.0), Theatre.At("A1", "bb-army", 4.0)])));

    [Fact]
    public void AReport_WithoutTimeOrPlace_StandsAlone()
    {
        var open = Theatre.At("A1", "aa-army", 4.0) with { Window = TimeWindow.Unknown(NodaTime.DateTimeZone.Utc, null) };
        var nowhere = Theatre.At("B1", "bb-army", 4.0) with { Point = null, Source = new("unknown") };
        Assert.Equal(["A1", "B1", "M1"], Theatre.Groups(Fuser.Fuse(Theatre.Input([open, nowhere, Theatre.At("M1", "monitor", 4.0)]))));
    }

    [Fact]
    public void Reasons_OfAnIncident_AddUpToItsWeight()
    {
        var result = Fuser.Fuse(Theatre.Input(
            [Theatre.At("A1", "aa-army", 4.0, count: 12, actor: "BB"), Theatre.At("B1", "bb-army", 4.05, 0.5, count: 11, actor: "BB"), Theatre.At("M1", "monitor", 4.1, 0.3, count: 12)]));
        var reasons = result.ReasonsOf(0);
        Assert.Equal(3, reasons.Pairs.Length);
        Assert.All(reasons.Joining, j => Assert.True(j.Weight.Total > 0));
        Assert.True(reasons.Weight.Total > reasons.Pairs.Max(p => p.Weight!.Value.Total));
    }
}
