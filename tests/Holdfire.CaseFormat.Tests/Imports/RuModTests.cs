using Holdfire.Model;
using Holdfire.Importers;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>The traps of the Russian claims, on the rows that have them.</summary>
public sealed class RuModTests
{
    private static readonly Case Case = ImportedCase.Of(ImportFormats.RuMod, RuRows.All);

    [Fact]
    public void TotalRepeatedOnEachRow_IsOneClaimWithAPartForEachRegion()
    {
        var whole = Find("RU-20250422T0422Z");
        Assert.Equal((3L, PartRelation.Disjoint, true), (whole.Count.Min, whole.Parts, whole.PartsExhaustive));
        Assert.Equal([("RU-ORL", 2L), ("RU-BEL", 1L)], PartsOf(whole));
    }

    [Fact]
    public void FurtherClaimsOfOneMessage_AreClaimsOfTheirOwn()
    {
        Assert.Equal(
            [("attack.sea.uav", 10L), ("attack.sea.crewed", 1L), ("attack.air.uav", 2L)],
            new[] { "RU-20250502T1005Z", "RU-20250502T1005Z/2", "RU-20250502T1005Z/3" }.Select(Find).Select(r => (r.Act.Value, r.Count.Min)));
        Assert.Equal([("X-BLACK-SEA", 10L)], PartsOf(Find("RU-20250502T1005Z")));
    }

    [Fact]
    public void OneNumberForSeveralRegions_KeepsThemTogether() =>
        Assert.Equal([("X-BLACK-SEA RU-BEL", 2L)], PartsOf(Find("RU-20250305T1648Z")));

    [Theory]
    [InlineData("RU-20250506T1832Z", 57, 4)]
    [InlineData("RU-20250314T0828Z", 28, 4)]
    [InlineData("RU-20250301T0407Z", 48, 7)]
    public void BulletinThatIsCutOff_HasPartsThatAreNotAll(string id, long total, int parts)
    {
        var whole = Find(id);
        Assert.Equal((total, PartRelation.Disjoint, false), (whole.Count.Min, whole.Parts, whole.PartsExhaustive));
        var found = PartsOf(whole);
        Assert.Equal(parts, found.Count);
        Assert.True(found.Sum(p => p.Count) < total);
    }

    [Fact]
    public void NumberWithoutARegion_IsNoPart()
    {
        var whole = Find("RU-20250422T0422Z/2");
        Assert.Equal((10L, null), (whole.Count.Min, whole.PartsExhaustive));
        Assert.Empty(PartsOf(whole));
        Assert.Equal("X-RU-MOD", Assert.Single(whole.Areas).Value);
    }

    [Fact]
    public void CumulativeBulletin_IncludesTheEarlierOnes_AndHasNoAreaOfItsOwn()
    {
        var sum = Find("RU-20250523T1022Z");
        Assert.Equal((1177L, false), (sum.Count.Min, sum.PartsExhaustive));
        Assert.Empty(sum.Areas);
        Assert.Equal([("X-RU-MOD", 788L)], PartsOf(sum));
        Assert.Equal(["RU-20250523T1022Z"], Find("RU-20250521T0427Z").IncludedIn.Select(i => i.Value));
        Assert.Equal(["RU-20250521T0427Z", "RU-20250523T1022Z"], Find("RU-20250520T1913Z").IncludedIn.Select(i => i.Value));
        Assert.Empty(Find("RU-20250506T1832Z").IncludedIn);
    }

    [Fact]
    public void PartOfAnIncludedBulletin_SaysNothingOfItsOwn() =>
        Assert.All(Case.Reports.Where(r => r.PartOf is not null), r => Assert.Empty(r.IncludedIn));

    [Fact]
    public void OpenEnd_EndsWithThePublication() => AssertWindow(
        "RU-20250506T1832Z", TimePrecision.OpenEnd, Utc(5, 6, 15, 40), Utc(5, 6, 18, 32), null);

    [Fact]
    public void About_IsHalfAnHourEitherWay_AndCertainNowhere() => AssertWindow(
        "RU-20250302T0758Z", TimePrecision.Hour, Utc(3, 2, 6, 0), Utc(3, 2, 7, 0), null);

    [Fact]
    public void Point_IsThatMinute() => AssertWindow(
        "RU-20250315T1023Z", TimePrecision.Minute, Utc(3, 15, 8, 30), Utc(3, 15, 8, 31), new Interval(Utc(3, 15, 8, 30), Utc(3, 15, 8, 31)));

    [Fact]
    public void Night_StartsInTheEvening_AndIsCutAtThePublication() => AssertWindow(
        "RU-20250422T0422Z", TimePrecision.PartOfDay, Utc(4, 21, 15, 0), Utc(4, 22, 4, 22), new Interval(Utc(4, 21, 21, 0), Utc(4, 22, 3, 0)));

    [Fact]
    public void NightAndMorning_IsCutAtThePublication() => AssertWindow(
        "RU-20250314T0828Z", TimePrecision.PartOfDay, Utc(3, 13, 15, 0), Utc(3, 14, 8, 28), new Interval(Utc(3, 13, 21, 0), Utc(3, 14, 3, 0)));

    [Fact]
    public void RangeAcrossMidnight_IsMoscowTime() => AssertWindow(
        "RU-20250521T0427Z", TimePrecision.Minute, Utc(5, 20, 17, 0), Utc(5, 21, 1, 5), new Interval(Utc(5, 20, 17, 0), Utc(5, 21, 1, 5)));

    [Fact]
    public void NoWindow_IsAnyTimeBeforeThePublication()
    {
        var window = Find("RU-20250409T0543Z").Window;
        Assert.Equal((TimePrecision.Unknown, new Interval(null, Utc(4, 9, 5, 43))), (window.Precision, window.Extent));
    }

    [Fact]
    public void OccupiedRegions_StayUnderTheirCodes_AndTheMoscowRegionIsTwo()
    {
        Assert.Contains(("UA-43 UA-40", 11L), PartsOf(Find("RU-20250301T0407Z")));
        Assert.Contains(("RU-MOW RU-MOS", 4L), PartsOf(Find("RU-20250314T0828Z")));
    }

    [Fact]
    public void EveryClaim_IsOfThingsDestroyed_AndAllegesTheOtherParty() => Assert.All(Case.Reports, r =>
    {
        Assert.Equal((Measure.Destroyed, "UA", "ru-mod"), (r.Measure, r.AllegedActor!.Value.Value, r.Source.Value));
        Assert.NotNull(r.Published);
    });

    private static void AssertWindow(string id, TimePrecision precision, Instant from, Instant to, Interval? core)
    {
        var window = Find(id).Window;
        Assert.Equal((precision, new Interval(from, to), core), (window.Precision, window.Extent, window.Core));
    }

    private static List<(string Areas, long Count)> PartsOf(Report whole) =>
        [.. Case.Reports.Where(r => r.PartOf == whole.Id).Select(r => (string.Join(' ', r.Areas.Select(a => a.Value)), r.Count.Min))];

    private static Report Find(string id) => ImportedCase.Find(Case, id);

    private static Instant Utc(int month, int day, int hour, int minute) => Instant.FromUtc(2025, month, day, hour, minute);
}
