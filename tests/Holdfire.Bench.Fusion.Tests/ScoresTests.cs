using CsCheck;
using Holdfire.Bench.Fusion.Judging;

namespace Holdfire.Bench.Fusion.Tests;

public sealed class ScoresTests
{
    // Six reports of three stories; the groups are {a b d}, {c}, {e f}. By hand: 4 pairs put together, 2 of them right, of 4 to find.
    private static readonly Truth Told = new(
        new Dictionary<string, string> { ["a"] = "1", ["b"] = "1", ["c"] = "1", ["d"] = "2", ["e"] = "3", ["f"] = "3" }, new Dictionary<string, TrueEvent>());

    private static readonly Grouping Groups = new(new Dictionary<string, string>
    {
        ["a"] = "x", ["b"] = "x", ["d"] = "x", ["e"] = "y", ["f"] = "y",
    });

    [Fact]
    public void Pairs_OfAnExampleByHand_AreHalfRight()
    {
        var scores = Scores.Of(Told, Groups);
        Assert.Equal(0.5, scores.Precision, 12);
        Assert.Equal(0.5, scores.Recall, 12);
        Assert.Equal(0.5, scores.F1, 12);
    }

    [Fact]
    public void Cubed_OfAnExampleByHand_IsTheMeanOverReports()
    {
        var scores = Scores.Of(Told, Groups);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + 1 + (1 / 3.0) + 1 + 1) / 6, scores.CubedPrecision, 12);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + (1 / 3.0) + 1 + 1 + 1) / 6, scores.CubedRecall, 12);
    }

    [Fact]
    public void AdjustedRand_OfAnExampleByHand_IsAgreementBeyondChance()
    {
        // Of 15 pairs chance would give 4 * 4 / 15 right ones.
        Assert.Equal((2 - (16 / 15.0)) / (4 - (16 / 15.0)), Scores.Of(Told, Groups).AdjustedRand, 12);
    }

    [Fact]
    public void TheTruthItself_HasFullMarks() => Stories.Sample(stories =>
    {
        var truth = Of(stories);
        var scores = Scores.Of(truth, new Grouping(truth.Stories));
        Assert.Equal((1, 1, 1, 1, 1), (scores.Precision, scores.Recall, scores.CubedF1, scores.AdjustedRand, scores.CubedPrecision));
    });

    [Fact]
    public void Names_OfGroups_DoNotMatter() => Gen.Select(Stories, Stories).Sample((told, put) =>
    {
        var truth = Of(told);
        var groups = Of([.. put.Concat(told).Take(told.Length)]).Stories;
        Assert.Equal(
            Scores.Of(truth, new Grouping(groups)),
            Scores.Of(truth, new Grouping(groups.ToDictionary(g => g.Key, g => "other " + g.Value))));
    });

    [Fact]
    public void Calibration_OfHalfRightPairsSaidToBeSure_IsHalfWrong()
    {
        var calibration = Calibration.Of(Told, [new PairOdds("a", "b", 1), new PairOdds("a", "d", 1), new PairOdds("c", "d", 0)]);
        Assert.Equal(1 / 3.0, calibration.ExpectedError, 12);
        Assert.Equal(0.5, calibration.ErrorOfLikely, 12);
        Assert.Equal(new Bin(2, 2, 1), calibration.Bins[^1]);
    }

    [Fact]
    public void Spread_OfThreeSeeds_UsesStudentsT()
    {
        var spread = Spread.Of([0.5, 0.6, 0.7]);
        Assert.Equal(0.6, spread.Mean, 12);
        Assert.Equal(4.302653 * 0.1 / Math.Sqrt(3), spread.Half, 6);
    }

    private static Gen<int[]> Stories => Gen.Int[0, 8].Array[1, 40];

    private static Truth Of(int[] stories) => new(
        Enumerable.Range(0, stories.Length).ToDictionary(i => $"r{i}", i => $"s{stories[i]}"), new Dictionary<string, TrueEvent>());
}
