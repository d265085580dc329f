using Holdfire.Assessment;
using Holdfire.CaseFormat;
using Holdfire.Views;

namespace Holdfire.Queries.Tests;

/// <summary>Truces of Syria and Donbas, whose course is known: skipped where the data are not at hand.</summary>
public sealed class RealTrucesTests
{
    private static readonly string Folder = Path.Combine(BuiltInCases.Root, "..", "shared", "data", "truces");

    public static TheoryData<string> Cases => ["syria-2016-2019", "donbas-2014-2021"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void PrimaryLines_AsGivenAndByTheDay_AnswerAsExpected(string name)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"{Folder} is not there");
        var acceptable = File.ReadLines(Path.Combine(Folder, "expected.csv")).Skip(1).Select(l => l.Split(','))
            .Where(c => c[0] == name).ToDictionary(c => c[1], c => c[^1].Split('|'));
        var (given, daily) = (Primary(name), Primary(name + "-daily"));
        Assert.Equal(acceptable.Keys.Order(), given.Keys.Order());
        foreach (var (truce, words) in acceptable)
        {
            Assert.Contains(Texts.Words(given[truce].Verdict!.Value).Replace(' ', '_'), words);
            Assert.Contains(Texts.Words(daily[truce].Verdict!.Value).Replace(' ', '_'), words);
            Assert.InRange(given[truce].Ratio!.Value.Low - daily[truce].Ratio!.Value.Low, -0.02, 0.02);
        }
    }

    private static Dictionary<string, AssessmentLine> Primary(string name) =>
        Assessor.Assess(CaseView.Of(CaseFolder.Load(Path.Combine(Folder, name)).Case!), new AssessmentOptions { Alternatives = false })
            .ToDictionary(t => t.Truce.Id.Value, t => t.Lines.Single(l => l.IsPrimary));
}
