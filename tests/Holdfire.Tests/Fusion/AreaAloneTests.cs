using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;
using Holdfire.Places;
using Holdfire.Tests.Build;

namespace Holdfire.Tests.Fusion;

/// <summary>Acts that cannot be one, and reports that give an area and no point.</summary>
public sealed class AreaAloneTests
{
    [Theory]
    [InlineData("attack.air", "attack.ground", 2)]
    [InlineData("attack.air.bomb", "attack.shelling", 2)]
    [InlineData("attack", "attack.air", 1)]
    [InlineData("attack.air.uav.fpv", "attack.air.uav", 1)]
    public void Reports_OfActsThatCannotBeOne_StayApart(string one, string other, int incidents)
    {
        var result = Fuser.Fuse(Theatre.Input([Theatre.At("A1", "aa-army", 4, act: one), Theatre.At("M1", "monitor", 4, act: other)]));
        Assert.Equal(incidents, Theatre.Groups(result).Length);
    }

    [Fact]
    public void NoIncident_HoldsActsThatCannotBeOne_UnlessItIsStated() => Theatre.Reports(24).Sample(reports =>
    {
        foreach (var incident in Fuser.Fuse(Theatre.Input(reports)).Incidents(CaseBuilder.Places))
        {
            Assert.All(incident.Reports, a => Assert.All(incident.Reports, b => Assert.False(a.Act.IsDisjointFrom(b.Act))));
        }
    });

    [Fact]
    public void AreaWithoutExtent_IsNoPoint()
    {
        // Region N of the first gazetteer is 10 km about 0, 0; in the second nobody says how far it reaches.
        Report[] reports = [Theatre.At("A1", "aa-army", 4) with { Point = new GeoCircle(new GeoPoint(0, 0), 1) }, Theatre.At("M1", "monitor", 4) with { Point = null, Areas = [CaseBuilder.North] }];
        Assert.Single(Theatre.Groups(Fuser.Fuse(Theatre.Input(reports))));
        var unknown = new Gazetteer([new Area(CaseBuilder.North, "North", "", [], new GeoPoint(0, 0), 0, [])]);
        Assert.Equal(2, Theatre.Groups(Fuser.Fuse(Theatre.Input(reports) with { Places = unknown })).Length);
    }

    [Fact]
    public void AreaBits_KeepDoubtfulReportsOfAnAreaApart_AndChangeNoProbability() => Theatre.Reports(8).Sample(drawn =>
    {
        Report[] reports = [.. drawn.Select((r, i) => i % 2 == 0 ? r with { Point = null, Areas = [CaseBuilder.North] } : r)];
        var (with, without) = (Fuse(reports, 3), Fuse(reports, 0));
        foreach (var pair in without.Pairs())
        {
            Assert.Equal(pair.Probability, with.Pairs().Single(p => (p.A, p.B) == (pair.A, pair.B)).Probability, 9);
        }
    });

    private static FusionResult Fuse(Report[] reports, double areaBits)
    {
        var input = Theatre.Input(reports);
        return Fuser.Fuse(input with { Parameters = input.Parameters with { AreaBits = areaBits } });
    }
}
