namespace Holdfire.Tests.Findings;

/// <summary>The terms and the ladder against small cases written as data.</summary>
public sealed class ConformanceTests
{
    /// <summary>What the suite must cover, each by at least two cases.</summary>
    private static readonly string[] Topics =
    [
        "both zones", "midnight ends", "day precision on the last day", "unilateral", "unaccepted", "moratorium on a target", "moving an end",
        "overlapping truces", "exceptions", "areas with holes", "radius over a border", "actors that are not bound", "denials", "corrections",
        "withdrawals", "independence", "grades", "statements against interest", "sensors", "on-site verification", "aggregates", "sums borne out",
    ];

    public static TheoryData<string> Names => [.. ConformanceCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_GivesTheExpectedFindings(string name)
    {
        var small = ConformanceCase.All.Single(c => c.Name == name);
        var findings = small.Find();
        Assert.NotEmpty(small.Expect);
        foreach (var expected in small.Expect)
        {
            var found = findings.Where(f => f.Subject.Id == expected.Of && (expected.Truce.Length == 0 || f.Truce.Value == expected.Truce)).ToList();
            if (expected.None)
            {
                Assert.Empty(found);
                continue;
            }

            Assert.Empty(expected.Differences(Assert.Single(found)));
        }
    }

    [Fact]
    public void Suite_CoversEveryTopicWithAtLeastSixtyCases()
    {
        Assert.True(ConformanceCase.All.Count >= 60, $"{ConformanceCase.All.Count} cases");
        Assert.Equal(ConformanceCase.All.Count, ConformanceCase.All.Select(c => c.Name).Distinct().Count());
        Assert.All(Topics, topic => Assert.True(ConformanceCase.All.Count(c => c.Covers == topic) >= 2, topic));
    }
}
