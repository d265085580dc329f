using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Tests.Fusion;

/// <summary>No two rows of a source that tells its rows apart are of one incident.</summary>
public sealed class DistinctEventsFusionTests
{
    [Fact]
    public void RowsOfOnePlaceAndDay_StayApart()
    {
        Report[] rows = [.. Enumerable.Range(0, 3).Select(i => Theatre.At($"U{i}", "monitor", 4, count: 3) with { Published = Published(30 + i) })];
        Assert.Equal(["U0 U1 U2"], Theatre.Groups(Fuser.Fuse(Theatre.Input(rows))));
        Assert.Equal(["U0", "U1", "U2"], Theatre.Groups(Fuser.Fuse(Distinct(rows))));
    }

    [Fact]
    public void TwoRowsThatQuoteOneReport_StayApart()
    {
        Report[] rows =
        [
            Theatre.At("A1", "aa-army", 4), Theatre.At("U1", "monitor", 4) with { Quotes = [new("A1")] }, Theatre.At("U2", "monitor", 4) with { Quotes = [new("A1")] },
        ];
        Assert.Equal(["A1 U1", "U2"], Theatre.Groups(Fuser.Fuse(Distinct(rows))));
    }

    [Fact]
    public void RowOfAnotherSource_JoinsOneOfThem()
    {
        var result = Fuser.Fuse(Distinct([Theatre.At("U1", "monitor", 4), Theatre.At("U2", "monitor", 4, 0.1), Theatre.At("A1", "aa-army", 4)]));
        Assert.Equal(2, Theatre.Groups(result).Length);
    }

    [Fact]
    public void NoIncident_HoldsTwoOfThem() => Theatre.Linked(24).Sample(reports =>
    {
        foreach (var incident in Fuser.Fuse(Distinct(reports)).Incidents(Build.CaseBuilder.Places))
        {
            Assert.True(reports.Count(r => r.Source.Value == "monitor" && incident.Reports.Contains(r)) < 2, incident.Id.Value);
        }
    });

    [Fact]
    public void ReportsOneAtATime_GiveWhatAllAtOnceGive() => Theatre.Linked(16).Sample(reports =>
    {
        var result = Fuser.FuseAgain(Distinct([]), null);
        for (var count = 1; count <= reports.Length; count++)
        {
            result = Fuser.FuseAgain(Distinct(reports[..count]), result);
        }

        Assert.Equal(Theatre.Groups(Fuser.Fuse(Distinct(reports))), Theatre.Groups(result));
    });

    private static NodaTime.Instant Published(int hour) => Build.CaseBuilder.Hours(0, hour).End;

    private static FusionInput Distinct(IReadOnlyCollection<Report> reports) => Theatre.Input(reports) with
    {
        Sources = [.. Theatre.Sources.Select(s => s.Id.Value == "monitor" ? s with { Rows = SourceRows.DistinctEvents } : s)],
    };
}
