using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.CaseFormat;

namespace Holdfire.Tests.Findings;

/// <summary>The invented case that teaches findings: every rule has its cases in it.</summary>
public sealed class PracticeCaseTests
{
    private static readonly Case Practice = Load();

    private static readonly ImmutableArray<FindingSubject> Incidents =
        SumSupports.Add(
            Practice, Subjects.OfIncidents(Practice, Fuser.Fuse(FusionInput.Of(Practice)).Incidents(Practice.Places)), FindingRulesFile.BuiltIn);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void EveryRuleOfTheLadder_Fires(bool fused)
    {
        var rules = FindingRulesFile.BuiltIn;
        var fired = Finder.Find(Practice, fused ? Incidents : SumSupports.Add(Practice, Subjects.OfReports(Practice), FindingRulesFile.BuiltIn), rules)
            .SelectMany(f => f.Ladder.StandardRules.Select(r => r.Rule).Append(f.Ladder.AttributionRule?.Rule)).ToHashSet();
        Assert.DoesNotContain(rules.Standards.Select(r => r.Id).Append(Ladder.WithdrawnRule).Concat(rules.Attributions.Select(r => r.Id)), r => !fired.Contains(r));
    }

    [Fact]
    public void EveryLimitOfTheTerms_LeavesSomethingOut()
    {
        var findings = Finder.Find(Practice, Incidents, FindingRulesFile.BuiltIn);
        Assert.DoesNotContain(Enum.GetValues<TermLimit>(), l => !findings.Any(f => f.Deciding.Any(s => s.Limit == l && s.Fit == TermFit.Outside)));
        Assert.All(Practice.Truces.Take(3), t => Assert.Contains(findings, f => f.Truce == t.Id && f.Placement == Placement.WithinTerms));
        Assert.All(findings.Where(f => f.Truce == Practice.Truces[3].Id), f => Assert.Equal(Placement.OutsideTerms, f.Placement));
    }

    [Fact]
    public void TheCase_IsInventedAndHasThreeKindsOfSources()
    {
        Assert.True(Practice.Invented);
        Assert.InRange(Practice.Reports.Length, 280, 360);
        Assert.Subset(Practice.Sources.Select(s => s.Kind).ToHashSet(), new HashSet<Holdfire.Model.SourceKind>(
            [Holdfire.Model.SourceKind.PartyOrgan, Holdfire.Model.SourceKind.Monitor, Holdfire.Model.SourceKind.Sensor, Holdfire.Model.SourceKind.NewsDesk, Holdfire.Model.SourceKind.Observer]));
    }

    private static Case Load()
    {
        var load = CaseFolder.Load(Path.Combine(Repository.Root, "cases", "practice-line"));
        Assert.Empty(load.Errors);
        return load.Case!;
    }
}
