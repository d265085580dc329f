using System.Collections.Immutable;
using CsCheck;
using Holdfire.Acts;
using Holdfire.Places;
using Holdfire.Model;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Tests.Coverage;

public sealed class CoverageTests
{
    private static readonly SourceId Desk = new("desk");
    private static readonly AreaCode North = new("X-NORTH");
    private static readonly AreaCode South = new("X-SOUTH");
    private static readonly AreaCode All = new("X-ALL");
    private static readonly ActCode Air = new("attack.air");
    private static readonly ActCode Drones = new("attack.air.uav");
    private static readonly Interval Day = Between(0, 24);

    private static readonly Gazetteer Places = new(
    [
        new Area(North, "North", "", [], new GeoPoint(47, 8), 30, []),
        new Area(South, "South", "", [], new GeoPoint(46, 8), 30, []),
        new Area(All, "Everywhere", "", [], null, 0, [North, South]),
    ]);

    [Fact]
    public void Of_NothingDeclaredOrClaimed_IsUnknownThroughout() =>
        Assert.Equal(new CoverageHours(0, 0, 24), Over([], []));

    [Fact]
    public void Of_DeclaredWatch_CoversActsAndAreasBelowIt() =>
        Assert.Equal(new CoverageHours(6, 0, 18), Over([Watching(true, Air, All, 2, 8)], [], Drones, North));

    // A watch from 2 to 8; a patrol is stopped in the North from 4 to 6.
    [Theory]
    [InlineData("X-NORTH", "attack.air.uav", 4, 2)] // all of the area asked about
    [InlineData("X-ALL", "attack.air.uav", 4, 0)] // a part of it: not watched as a whole, and not surely unwatched
    [InlineData("X-SOUTH", "attack.air.uav", 6, 0)]
    public void Of_ARestriction_TakesItsTimeFromTheWatch(string area, string act, double yes, double no)
    {
        var stopped = new Restriction("X1", Desk, RestrictionKind.Movement, TimeWindow.Exact(Between(4, 6)), [North], null, null, "log", null);
        var source = new Source(Desk, "Desk", null, SourceKind.Monitor, ReliabilityGrade.B, All, [new(true, Air, All, Between(2, 8), "log")]) { Restrictions = [stopped] };
        Assert.Equal(new CoverageHours(yes, no, 24 - yes - no), SourceCoverage.Of(source, [], new ActCode(act), new AreaCode(area), Places).Within(Day));

        // A jammed radar says nothing of shelling, and what was reported from within was seen.
        var jammed = source with { Restrictions = [stopped with { Act = new ActCode("attack.shelling") }] };
        Assert.Equal(new CoverageHours(6, 0, 18), SourceCoverage.Of(jammed, [], new ActCode(act), new AreaCode(area), Places).Within(Day));
    }

    [Theory]
    [InlineData("attack", "X-NORTH")]
    [InlineData("attack.sea", "X-NORTH")]
    [InlineData("attack.air.uav", "X-SOUTH")]
    [InlineData("attack.air.uav", "X-ALL")]
    public void Of_DeclaredWatch_CoversNothingWiderOrBesideIt(string act, string area) =>
        Assert.Equal(
            0, Over([Watching(true, Drones, North, 2, 8)], [], new ActCode(act), new AreaCode(area)).Yes);

    [Fact]
    public void Of_Claim_CoversItsCertainPartForTheWholeScope() =>
        Assert.Equal(new CoverageHours(4, 0, 20), Over([], [Claim("a", 12, 3, 7)], Drones, South));

    [Fact]
    public void Of_ZeroReport_CoversAsAnyClaim() =>
        Assert.Equal(new CoverageHours(4, 0, 20), Over([], [Claim("a", 0, 3, 7)]));

    [Fact]
    public void Of_ClaimWithoutCertainPart_CoversNothing() =>
        Assert.Equal(
            0, Over([], [Claim("a", 3, 3, 7) with { Window = TimeWindow.About(new LocalDateTime(2030, 1, 1, 4, 0), DateTimeZone.Utc) }]).Yes);

    [Fact]
    public void Of_NightClaim_CoversMidnightToSixAlone() =>
        Assert.Equal(
            6, Over([], [Claim("a", 3, 3, 7) with { Window = TimeWindow.Night(new LocalDate(2030, 1, 1), DateTimeZone.Utc, null) }]).Yes);

    [Fact]
    public void Of_ClaimOfANarrowerAct_DoesNotCoverTheWider() =>
        Assert.Equal(0, Over([], [Claim("a", 3, 3, 7)], Air, North).Yes);

    [Fact]
    public void Of_PartOfAClaim_CoversNothingOfItsOwn() =>
        Assert.Equal(0, Over([], [Claim("a.1", 3, 3, 7) with { PartOf = new ReportId("a") }]).Yes);

    [Fact]
    public void Of_AnotherSourcesClaim_CoversNothing() =>
        Assert.Equal(0, Over([], [Claim("a", 3, 3, 7) with { Source = new SourceId("other") }]).Yes);

    [Fact]
    public void Of_DeclaredGap_IsNo() =>
        Assert.Equal(new CoverageHours(0, 5, 19), Over([Watching(false, Air, All, 10, 15)], []));

    [Fact]
    public void Of_ClaimInsideAGap_OverridesIt() =>
        Assert.Equal(new CoverageHours(2, 3, 19), Over([Watching(false, Air, All, 10, 15)], [Claim("a", 1, 11, 13)]));

    [Fact]
    public void Of_ClaimsAtEvenSpacing_LeavesTheTimeBetweenUnknown() =>
        Assert.Equal(
            new CoverageHours(4, 0, 20), Over([], [.. new[] { 0, 6, 12, 18 }.Select(h => Claim($"r{h}", 5, h, h + 1))]));

    [Fact]
    public void Of_OverlappingClaimsAndWatches_CountsAnHourOnce() =>
        Assert.Equal(
            new CoverageHours(8, 0, 16), Over([Watching(true, Air, All, 2, 8)], [Claim("a", 1, 4, 10), Claim("b", 1, 4, 10)]));

    [Fact]
    public void Within_AnyWatchesGapsAndClaims_SumsToTheWindow()
    {
        var span = Gen.Select(Gen.Int[-5, 28], Gen.Int[1, 12], (from, length) => (from, to: from + length)).Array[0, 4];
        Gen.Select(span, span, span).Sample((watched, gaps, claims) =>
        {
            var hours = Over(
                [
                    .. watched.Select(w => Watching(true, Air, All, w.from, w.to)),
                    .. gaps.Select(g => Watching(false, Air, All, g.from, g.to)),
                ],
                [.. claims.Select((c, i) => Claim($"r{i}", 1, c.from, c.to))]);
            var seen = Enumerable.Range(0, 24).Where(h => watched.Concat(claims).Any(s => s.from <= h && h < s.to)).ToHashSet();
            var blind = Enumerable.Range(0, 24).Count(h => !seen.Contains(h) && gaps.Any(s => s.from <= h && h < s.to));
            Assert.Equal(new CoverageHours(seen.Count, blind, 24 - seen.Count - blind), hours);
        });
    }

    private static CoverageHours Over(ImmutableArray<Watch> watches, ImmutableArray<Report> reports) =>
        Over(watches, reports, Drones, North);

    private static CoverageHours Over(ImmutableArray<Watch> watches, ImmutableArray<Report> reports, ActCode act, AreaCode area) =>
        SourceCoverage.Of(
            new Source(Desk, "A desk", null, SourceKind.NewsDesk, ReliabilityGrade.F, All, watches), reports, act, area, Places)
            .Within(Day);

    private static Watch Watching(bool watching, ActCode act, AreaCode area, int from, int to) =>
        new(watching, act, area, Between(from, to), "declared");

    private static Report Claim(string id, long count, int from, int to) => new()
    {
        Id = new ReportId(id),
        Source = Desk,
        Act = Drones,
        Measure = Measure.Occurred,
        Count = CountRange.Exactly(count),
        Window = TimeWindow.Exact(Between(from, to)),
        Areas = [North],
    };

    private static Interval Between(int from, int to)
    {
        var midnight = Instant.FromUtc(2030, 1, 1, 0, 0);
        return new Interval(midnight + Duration.FromHours(from), midnight + Duration.FromHours(to));
    }
}
