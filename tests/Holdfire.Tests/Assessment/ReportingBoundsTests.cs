using Holdfire.Assessment;
using Holdfire.Model;
using static Holdfire.Tests.Assessment.InventedTruce;

namespace Holdfire.Tests.Assessment;

/// <summary>Ten a day before, three a day in a truce of four days; the mission thinks it possible that the army reports otherwise in it.</summary>
public sealed class ReportingBoundsTests
{
    [Fact]
    public void NothingDeclared_LeavesTheLineAsItIs()
    {
        var line = LineWith();
        Assert.Equal((Verdict.Reduced, Verdict.Reduced), (line.Verdict, line.VerdictIfReportedAlike));
        Assert.Null(line.Reporting);
        Assert.Null(line.RatioIfReporting);
    }

    // The true ratio is the one seen over the share reported: at half as much it may be twice as great.
    [Fact]
    public void Bounds_DivideTheInterval()
    {
        var (plain, line) = (LineWith(), LineWith(new ReportingBounds(null, 0.5, 1.25, "posts were withdrawn")));
        Assert.Equal(plain.Ratio, line.Ratio);
        Assert.Equal(plain.Ratio!.Value.High!.Value / 0.5, line.RatioIfReporting!.Value.High!.Value, 9);
        Assert.Equal(plain.Ratio!.Value.Low / 1.25, line.RatioIfReporting!.Value.Low, 9);
    }

    [Theory]
    [InlineData(0.9, 1.1, Verdict.Reduced)]
    [InlineData(0.2, 1.0, Verdict.CannotSay)]
    public void Verdict_StandsOnlyWhereItDoesAtBothBounds(double least, double most, Verdict expected)
    {
        var line = LineWith(new ReportingBounds(null, least, most, "invented"));
        Assert.Equal((expected, Verdict.Reduced), (line.Verdict, line.VerdictIfReportedAlike));
        Assert.Contains(line.Reasons, r => r.Contains("is held possible (invented)", StringComparison.Ordinal));
    }

    [Fact]
    public void BoundsOfASource_ComeBeforeThoseOfAll()
    {
        var line = LineWith(new ReportingBounds(null, 0.1, 10, "all"), new ReportingBounds(new SourceId("aa-army"), 0.9, 1, "its own"));
        Assert.Equal("its own", line.Reporting!.Basis);
    }

    private static AssessmentLine LineWith(params ReportingBounds[] bounds)
    {
        var first = Start.PlusDays(-60);
        var claims = Daily(first, 64, i => first.PlusDays(i) >= Start ? 3 : 8 + (i * 7 % 5));
        return TheLine(Case(claims, Truce(bound: [A, B]) with { Reporting = [.. bounds] }));
    }
}
