using Holdfire.Acts;
using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class OwnCodesTests
{
    private const string Own = """
        acts:
          - code: violation.construction.tunnel
            name: tunnels dug
            parent: violation.construction
            crosswalk:
              - {scheme: acled, match: broad, terms: [Strategic developments > Other], note: no term of its own}
              - {scheme: viina, match: none}
          - {code: violation.construction.tunnel.rail, name: tunnels with rails}
        targets:
          - {code: other.museum, name: museums and archives}
        units:
          - {code: breach.airspace, name: violations of the airspace}
        gaps:
        """;

    [Fact]
    public void Load_CodesOfTheCasesOwn_AreNamedByTermsAndReports()
    {
        using var small = new SmallCase(new(SmallCase.Good, StringComparer.Ordinal)
        {
            ["case.yaml"] = SmallCase.Good["case.yaml"].Replace("gaps:", Own, StringComparison.Ordinal),
            ["truces.yaml"] = SmallCase.Good["truces.yaml"]
                .Replace("act: attack, target: energy_facility", "act: violation.construction, target: other.museum", StringComparison.Ordinal),
            ["reports/2030-01.csv"] = SmallCase.Good["reports/2030-01.csv"]
                .Replace("R3,aa-army,,2030-01-01,2030-01-02,Europe/Zurich,day,attack.air.uav,destroyed,item,<=20,,,",
                    "R3,aa-army,,2030-01-01,2030-01-02,Europe/Zurich,day,violation.construction.tunnel.rail,occurred,breach.airspace,<=20,,other.museum,", StringComparison.Ordinal),
        });

        var load = CaseFolder.Load(small.Folder);

        Assert.Empty(load.Errors);
        var read = load.Case!;
        var act = read.Codes.OwnActs[0];
        Assert.Equal(("violation.construction.tunnel", "tunnels dug"), (act.Code, act.Name));
        Assert.Equal([CodingScheme.Acled, CodingScheme.Viina], act.Crosswalk.Select(c => c.Scheme));
        Assert.Equal(["Strategic developments > Other"], act.Crosswalk[0].Terms);
        Assert.Equal("tunnels with rails", read.Codes.NameOf(new ActCode("violation.construction.tunnel.rail")));
        Assert.Equal(new TargetKind("other.museum"), read.Truces[0].Prohibitions[0].Target);
        var report = read.Reports.Single(r => r.Id.Value == "R3");
        Assert.True(read.Truces[0].Prohibitions[0].Act.Contains(report.Act));
        Assert.Equal((new TargetKind("other.museum"), new CountUnit("breach.airspace")), (report.Target, report.Unit));
        Assert.Equal("violations of the airspace", read.Codes.NameOf(report.Unit));
    }

    [Theory]
    [InlineData("unknown", "hospital", true)]
    [InlineData("other", "hospital", true)]
    [InlineData("other", "military", false)]
    [InlineData("other.museum", "hospital", false)]
    [InlineData("school", "school.university", true)]
    [InlineData("school.university", "school", true)]
    [InlineData("residential", "hospital", false)]
    public void MayBe_Kinds_FollowsWhatTheirWriterCouldSay(string said, string asked, bool may) =>
        Assert.Equal(may, new TargetKind(said).MayBe(new TargetKind(asked)));
}
