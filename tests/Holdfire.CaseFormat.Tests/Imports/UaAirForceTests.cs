using Holdfire.Model;
using Holdfire.Importers;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.CaseFormat.Tests.Imports;

/// <summary>The traps of the Ukrainian claims, on the rows that have them.</summary>
public sealed class UaAirForceTests
{
    private static readonly Case Case = ImportedCase.Of(ImportFormats.UaAirForce, UaRows.All);

    [Fact]
    public void WindowAcrossMidnight_KeepsBothEndsAndItsWholeCount()
    {
        var report = Find("UA-2025-02-28-01-L");
        AssertWindow(report, TimePrecision.Minute, Utc(2025, 2, 28, 17, 30), Utc(2025, 3, 1, 6, 30));
        Assert.Equal(CountRange.Exactly(154), report.Count);
    }

    [Fact]
    public void WindowAcrossTheChangeOfClocks_IsAnHourShorter() =>
        AssertWindow(Find("UA-2025-03-29-02-L"), TimePrecision.Minute, Utc(2025, 3, 29, 18, 0), Utc(2025, 3, 30, 6, 0));

    [Fact]
    public void WindowOfAlmost25Hours_IsKept() =>
        Assert.Equal(Duration.FromMinutes((24 * 60) + 50), Find("UA-2025-04-05-01-L").Window.Extent.Duration);

    [Fact]
    public void OverlappingNationalWindows_AreBothKept()
    {
        var (first, second) = (Find("UA-2025-04-21-06-L"), Find("UA-2025-04-22-04-L"));
        Assert.Equal((54L, 77L), (first.Count.Min, second.Count.Min));
        Assert.Equal(
            new Interval(Utc(2025, 4, 22, 5, 0), Utc(2025, 4, 22, 6, 0)), Intervals.Intersect(first.Window.Extent, second.Window.Extent));
        Assert.Empty(first.IncludedIn.Concat(second.IncludedIn));
    }

    [Fact]
    public void SameWindowWeaponAndPost_AreTwoClaims() => AssertTwins("UA-2025-03-05-03-L", "UA-2025-03-05-04-L", 1, 1);

    [Fact]
    public void SameDateWeaponAndSource_AreTwoClaims() => AssertTwins("UA-2025-05-21-01-D", "UA-2025-05-21-02-D", 1, 5);

    [Fact]
    public void DateOnly_IsTheWholeCivilDay() =>
        AssertWindow(Find("UA-2025-03-01-01-L"), TimePrecision.Day, Utc(2025, 2, 28, 22, 0), Utc(2025, 3, 1, 22, 0));

    [Theory]
    [InlineData("UA-2025-04-04-02-L", "war-monitor")]
    [InlineData("UA-2025-04-13-05-L", "ua-defence-intelligence")]
    public void PointInTime_IsThatMinute(string id, string source)
    {
        var report = Find(id);
        Assert.Equal(Duration.FromMinutes(1), report.Window.Extent.Duration);
        Assert.Equal(source, report.Source.Value);
    }

    [Fact]
    public void BlankNumber_IsNoReport_AndZeroIsOne()
    {
        Assert.DoesNotContain(Case.Reports, r => r.Id.Value == "UA-2025-03-05-03-N");
        Assert.Equal(CountRange.Exactly(0), Find("UA-2025-03-05-03-D").Count);
    }

    [Fact]
    public void NumbersByArea_ArePartsThatAreNotAll()
    {
        var whole = Find("UA-2025-02-28-01-D");
        Assert.Equal((PartRelation.Disjoint, false, 103L), (whole.Parts, whole.PartsExhaustive, whole.Count.Min));
        var part = Assert.Single(Case.Reports, r => r.PartOf == whole.Id);
        Assert.Equal((20L, "UA-51 UA-48 UA-65"), (part.Count.Min, Areas(part)));
    }

    [Fact]
    public void QuarterOfTheCompass_HasNoOutline_AndIsLeftOut_ButTheSouthIsKnown()
    {
        var part = Assert.Single(Case.Reports, r => r.PartOf?.Value == "UA-2025-05-25-03-D");
        Assert.Equal((4L, "X-UA-SOUTH"), (part.Count.Min, Areas(part)));
    }

    [Theory]
    [InlineData("UA-2025-04-18-04-L", "UA-12 UA-63")]
    [InlineData("UA-2025-04-07-03-L", "")]
    [InlineData("UA-2025-03-05-02-L", "X-UA-SOUTH")]
    [InlineData("UA-2025-02-28-01-L", "UA")]
    public void TargetRegion_IsItsAreas(string id, string areas) => Assert.Equal(areas, Areas(Find(id)));

    [Fact]
    public void EveryClaim_AllegesTheOtherParty_AndNamesItsPost() => Assert.All(Case.Reports, r =>
    {
        Assert.Equal("RU", r.AllegedActor?.Value);
        Assert.NotEmpty(r.Reference);
        Assert.Null(r.Published);
    });

    private static void AssertTwins(string one, string two, long first, long second)
    {
        var (a, b) = (Find(one), Find(two));
        Assert.Equal((first, second), (a.Count.Min, b.Count.Min));
        Assert.Equal((a.Window, a.Act, a.Source), (b.Window, b.Act, b.Source));
    }

    private static void AssertWindow(Report report, TimePrecision precision, Instant from, Instant to) =>
        Assert.Equal((precision, new Interval(from, to)), (report.Window.Precision, report.Window.Extent));

    private static string Areas(Report report) => string.Join(' ', report.Areas.Select(a => a.Value));

    private static Report Find(string id) => ImportedCase.Find(Case, id);

    private static Instant Utc(int year, int month, int day, int hour, int minute) => Instant.FromUtc(year, month, day, hour, minute);
}
