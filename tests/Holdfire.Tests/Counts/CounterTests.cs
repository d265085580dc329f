using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Counts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Tests.Build;
using Holdfire.Time;
using NodaTime;
using Holdfire.Views;

namespace Holdfire.Tests.Counts;

public sealed class CounterTests
{
    private static readonly DateTimeZone Kyiv = DateTimeZoneProviders.Tzdb["Europe/Kyiv"];

    [Fact]
    public void Count_TwoOverlappingWindows_LargerIsMinAndSumIsMax()
    {
        // "from 02:00 to 09:30, 108" and "from 09:00, 12": the half hour may hold the same craft.
        var row = One([Claim("a", 2, 9.5, Exactly(108)), Claim("b", 9, 12, Exactly(12))], 0, 24);
        Assert.Equal((108, 120L, 2), (row.Min, row.Max, row.Reports));
        Assert.Equal([new ReportId("a"), new("b")], row.Overlap);
        Assert.Equal(10, row.Coverage.Yes);
        Assert.Equal(14, row.Coverage.Unknown);
    }

    [Fact]
    public void Count_WindowsThatOnlyMeet_AreAdded()
    {
        var row = One([Claim("a", 2, 9, Exactly(108)), Claim("b", 9, 12, Exactly(12))], 0, 24);
        Assert.Equal((120, 120L), (row.Min, row.Max));
        Assert.Empty(row.Overlap);
    }

    [Fact]
    public void Count_EveningIncludedInNight_IsCountedOnce()
    {
        var row = One([Claim("evening", 18, 20, Exactly(30), includedIn: "night"), Claim("night", 18, 33, Exactly(100))], 0, 48);
        Assert.Equal((100, 100L), (row.Min, row.Max));
        Assert.Equal(2, row.Overlap.Length);
    }

    [Fact]
    public void Count_IncludedThroughAThird_IsCountedOnce()
    {
        Report[] reports =
        [
            Claim("a", 1, 2, Exactly(3), includedIn: "b"), Claim("b", 1, 4, Exactly(5), includedIn: "c"),
            Claim("c", 0, 8, Exactly(9)),
        ];
        Assert.Equal(9, One(reports, 0, 24).Max);
        Assert.Equal((3, 9L), (One(reports, 0, 2).Min, One(reports, 0, 2).Max));
        Assert.Equal(12, One([reports[0], reports[2]], 0, 24).Max);
    }

    [Fact]
    public void Count_InclusionThatSaysLessThanItsClaims_StandsForTheirSum()
    {
        var row = One(
            [Claim("a", 1, 2, Exactly(8), includedIn: "c"), Claim("b", 3, 4, Exactly(8), includedIn: "c"), Claim("c", 1, 8, Exactly(10))],
            0,
            24);
        Assert.Equal((16, 16L), (row.Min, row.Max));
    }

    [Fact]
    public void Count_WorkedExampleOfTheDocumentation_AgreesWithIt()
    {
        Report[] reports =
        [
            Claim("a", 2, 9.5, Exactly(108)), Claim("b", 9, 12, Exactly(12)), Claim("c", 18, 20, Exactly(30), includedIn: "d"),
            Claim("d", 18, 33, Exactly(100)),
        ];
        Assert.Equal((138, 220L, 4), (One(reports, 0, 24).Min, One(reports, 0, 24).Max, One(reports, 0, 24).Overlap.Length));
        Assert.Equal((0, 100L), (One(reports, 24, 48).Min, One(reports, 24, 48).Max));
        Assert.Equal((208, 220L), (One(reports, 0, 48).Min, One(reports, 0, 48).Max));
    }

    [Fact]
    public void Count_StraddlingClaim_JoinsTheMaxOfBothDaysAlone()
    {
        Report[] reports = [Claim("a", 20, 30, Exactly(46))];
        Assert.Equal((0, 46L), (One(reports, 0, 24).Min, One(reports, 0, 24).Max));
        Assert.Equal((0, 46L), (One(reports, 24, 48).Min, One(reports, 24, 48).Max));
        Assert.Equal((46, 46L), (One(reports, 0, 48).Min, One(reports, 0, 48).Max));
    }

    [Fact]
    public void Count_ANumberOf_IsUnbounded()
    {
        var row = One([Claim("a", 1, 2, CountRange.Some), Claim("b", 3, 4, Exactly(7))], 0, 24);
        Assert.Equal((8, (long?)null), (row.Min, row.Max));
    }

    [Fact]
    public void Count_SumThatDoesNotFit_IsUnbounded() =>
        Assert.Null(One([Claim("a", 1, 2, Exactly(long.MaxValue - 1)), Claim("b", 3, 4, Exactly(7))], 0, 24).Max);

    [Fact]
    public void Count_DisjointParts_FillTheirRegion()
    {
        var whole = Claim("w", 1, 5, Exactly(100)) with { Parts = PartRelation.Disjoint };
        Report[] reports = [whole, Part("n", 60, North), Part("s", 25, South)];
        Assert.Equal((60, 75L), Bounds(reports, North));
        Assert.Equal((25, 40L), Bounds(reports, South));
        Assert.Equal((0, 15L), Bounds(reports, West));
        Assert.Equal((100, 100L), Bounds(reports, null));
        reports[0] = whole with { PartsExhaustive = true };
        Assert.Equal((60, 60L), Bounds(reports, North));
        Assert.Equal((0, 0L), Bounds(reports, West));
    }

    [Fact]
    public void Count_PartsThatMayOverlap_GiveTheirLargest()
    {
        var whole = Claim("w", 1, 5, Exactly(100));
        Report[] reports = [whole, Part("n", 30, North), Part("n2", 20, North)];
        Assert.Equal((30, 100L), Bounds(reports, North));
    }

    [Fact]
    public void Count_ClaimWithoutAreas_JoinsEveryRegionalMax()
    {
        Report[] reports = [Claim("a", 1, 2, Exactly(5)), Claim("b", 3, 4, Exactly(2), North), Claim("c", 3, 4, Exactly(8), South)];
        Assert.Equal((2, 7L), Bounds(reports, North));
        Assert.Equal((10, 15L), Bounds(reports, All));
    }

    [Fact]
    public void Count_SameHourOtherRegionsOrActs_AreAdded()
    {
        Report[] reports =
        [
            Claim("a", 1, 2, Exactly(5), North), Claim("b", 1, 2, Exactly(2), South),
            Claim("c", 1, 2, Exactly(3), North, "attack.air.missile"), Claim("d", 1, 2, Exactly(4), act: "attack.air"),
        ];
        Assert.Equal((10, 14L), Bounds(reports, null, "attack"));
        Assert.Equal((7, 11L), Bounds(reports, null));
    }

    [Fact]
    public void Count_TwoSources_TakesTheLargestMinAndAddsTheMax()
    {
        var row = One([Claim("a", 1, 2, Exactly(5)), Claim("b", 5, 6, Exactly(9), source: CaseBuilder.Navy)], 0, 24);
        Assert.Equal((9, 14L), (row.Min, row.Max));
        Assert.Equal(2, row.Coverage.Yes);
    }

    [Fact]
    public void Count_AsOf_LeavesOutWhatWasNotYetKnown()
    {
        var late = Claim("a", 1, 2, Exactly(5)) with { Published = CaseBuilder.Start + Duration.FromHours(9) };
        var query = Query([CaseBuilder.Hours(0, 24)]);
        Assert.Equal(0, Counter.Count(CaseView.Of(CaseBuilder.Of([late]), CaseBuilder.Start + Duration.FromHours(8)), query)[0].Reports);
        Assert.Equal(1, Counter.Count(CaseView.Of(CaseBuilder.Of([late])), query)[0].Reports);
    }

    [Fact]
    public void Count_Target_TakesUnnamedTargetsIntoMaxAlone()
    {
        Report[] reports =
        [
            Claim("a", 1, 2, Exactly(5)), Claim("b", 3, 4, Exactly(2)) with { Target = TargetKind.EnergyFacility },
            Claim("c", 5, 6, Exactly(8)) with { Target = TargetKind.Military },
        ];
        var row = Counter.Count(CaseView.Of(CaseBuilder.Of(reports)), Query([CaseBuilder.Hours(0, 24)]) with { Target = TargetKind.EnergyFacility })[0];
        Assert.Equal((2, 7L), (row.Min, row.Max));
    }

    [Fact]
    public void Count_NightOfAClockChange_BelongsToBothDays()
    {
        // 2025-03-30 has 23 hours in Kyiv; "overnight, 111" reaches from the evening of the 29th.
        var morning = new LocalDate(2025, 3, 30);
        var night = Claim("a", 0, 1, Exactly(111)) with { Window = TimeWindow.Night(morning, Kyiv, null) };
        var rows = Counter.Count(
            CaseView.Of(CaseBuilder.Of([night])),
            Query([Local.Days(morning.PlusDays(-1), morning.PlusDays(-1), Kyiv), Local.Days(morning, morning, Kyiv),
                Local.Days(morning.PlusDays(-1), morning, Kyiv)]));
        Assert.Equal([(0, 111L), (0, 111L), (111, 111L)], rows.Select(r => (r.Min, r.Max!.Value)));
        Assert.Equal([0.0, 5.0, 5.0], rows.Select(r => r.Coverage.Yes));
    }

    [Fact]
    public void Count_InfiniteWindowOrUnknownPlace_IsRefused()
    {
        var @case = CaseBuilder.Of([]);
        Assert.Throws<ArgumentException>(() => Counter.Count(CaseView.Of(@case), Query([new Interval(null, CaseBuilder.Start)])));
        Assert.Throws<ArgumentException>(() => Counter.Count(CaseView.Of(@case), Query([]) with { Region = new("X-NONE") }));
        Assert.Throws<ArgumentException>(() => Counter.Count(CaseView.Of(@case), Query([]) with { Source = new("nobody") }));
    }

    private static readonly AreaCode North = CaseBuilder.North, South = CaseBuilder.South, West = CaseBuilder.West, All = CaseBuilder.All;

    private static CountRange Exactly(long n) => CountRange.Exactly(n);

    private static Report Claim(
        string id, double from, double to, CountRange count, AreaCode? area = null, string act = "attack.air.uav",
        Holdfire.Model.SourceId? source = null, params string[] includedIn) =>
        CaseBuilder.Claim(id, from, to, count, area, act, source, includedIn);

    private static Report Part(string id, long count, AreaCode area) =>
        Claim(id, 1, 5, Exactly(count), area) with { PartOf = new ReportId("w") };

    private static CountQuery Query(ImmutableArray<Interval> windows, AreaCode? region = null, string act = "attack.air.uav") =>
        new(CaseBuilder.Side, null, region, new ActCode(act), Measure.Launched, windows);

    private static CountRow One(IEnumerable<Report> reports, double from, double to) =>
        Counter.Count(CaseView.Of(CaseBuilder.Of(reports)), Query([CaseBuilder.Hours(from, to)]))[0];

    private static (long Min, long? Max) Bounds(IEnumerable<Report> reports, AreaCode? region, string act = "attack.air.uav")
    {
        var row = Counter.Count(CaseView.Of(CaseBuilder.Of(reports)), Query([CaseBuilder.Hours(0, 24)], region, act))[0];
        return (row.Min, row.Max);
    }
}
