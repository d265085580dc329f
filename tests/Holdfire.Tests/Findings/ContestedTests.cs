using System.Collections.Immutable;
using Holdfire.CaseFormat;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Tests.Build;

namespace Holdfire.Tests.Findings;

/// <summary>Reports that may be of two events bear each other out no further than apart.</summary>
public sealed class ContestedTests
{
    private static readonly Report Army = Report("a", CaseBuilder.Army);
    private static readonly Report Other = Report("b", new("bb-army"));

    [Fact]
    public void TwoOriginsOfOneEvent_AreCorroborated() => Assert.Equal(StandardOfProof.Corroborated, Of([Army, Other], []).Standard);

    [Fact]
    public void TwoOriginsOfWhatMayBeTwoEvents_AreAlleged()
    {
        var result = Of([Army, Other], [[Army], [Other]]);
        Assert.Equal(StandardOfProof.Alleged, result.Standard);
        var fired = result.StandardRules.Single(r => r.Rule == Ladder.ContestedRule);
        Assert.Equal(["a", "b"], fired.Reports.Select(r => r.Value));
    }

    [Fact]
    public void ReportsThatArePinnedTogether_StillCorroborate() =>
        Assert.Equal(StandardOfProof.Corroborated, Of([Army, Other, Report("c", CaseBuilder.Navy)], [[Army, Other], [Report("c", CaseBuilder.Navy)]]).Standard);

    private static LadderResult Of(ImmutableArray<Report> reports, ImmutableArray<ImmutableArray<Report>> apart)
    {
        var @case = CaseBuilder.Of(reports);
        var subject = Subjects.Of(reports[0], Subjects.Scopes(@case)) with { Reports = reports, Apart = apart };
        return Ladder.Of(subject, new Provenance(@case), FindingRulesFile.BuiltIn);
    }

    private static Report Report(string id, SourceId source) => CaseBuilder.Claim(id, 1, 2, CountRange.Exactly(1), CaseBuilder.North, source: source);
}
