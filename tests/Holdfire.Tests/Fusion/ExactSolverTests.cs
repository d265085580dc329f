using CsCheck;
using Holdfire.Fusion;

namespace Holdfire.Tests.Fusion;

public sealed class ExactSolverTests
{
    [Fact]
    public void FewNodes_AgainstAllPartitions_HaveTheirBestAndTheirOdds() =>
        Theatre.Linked(9).Sample(reports => AgreesWithAllPartitions(Fuser.Fuse(Theatre.Input(reports))), iter: 300);

    [Fact]
    public void FewNodes_OfLargeNumbers_HaveTheirOdds()
    {
        long[] counts = [528_293, 27_587, 27_587, 528_293];
        AgreesWithAllPartitions(Fuser.Fuse(Theatre.Input(
            [.. counts.Select((c, i) => Theatre.At($"R{i}", Theatre.Sources[i].Id.Value, 4, count: c))])));
    }

    [Fact]
    public void FewNodes_OfAWeakPowerAndLowGroups_HaveTheirOdds() =>
        Gen.Select(Theatre.Reports(8), Gen.Double[0.05, 0.2], Gen.Double[-60, -20]).Sample((reports, power, least) =>
            AgreesWithAllPartitions(Fuser.Fuse(Theatre.Input(reports) with
            {
                Parameters = Theatre.Quiet with { EvidencePower = power, GroupBits = least },
            })), iter: 200);

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(20)]
    public void OneEvent_ToldByMany_IsOneIncidentOfPairsAndNobodyAlone(int sources)
    {
        var result = Fuser.Fuse(Theatre.Input([.. Enumerable.Range(0, sources).Select(i => Theatre.At($"R{i:00}", $"s{i:00}", 4))]));
        Assert.True(result.ProbabilityOf(0) > 0.99);
        Assert.All(AloneOdds.Of(result), p => Assert.InRange(p, 0, 0.001));
        Assert.Equal(sources * (sources - 1) / 2, result.Pairs().Count(p => p.Probability > 0.99));
    }

    [Fact]
    public void Without_AGroup_IsTheBestPartitionThatLacksIt() => Theatre.Reports(8).Sample(reports =>
    {
        var exact = new ExactSolver();
        foreach (var problem in Problems(Fuser.Fuse(Theatre.Input(reports))))
        {
            int[] nodes = [.. Enumerable.Range(0, problem.Nodes.Length)];
            exact.Solve(problem, nodes);
            var best = exact.BestBits;
            var mask = exact.BestGroups().First();
            int[] group = [.. nodes.Where(n => (mask & (1 << n)) != 0)];
            var (bits, groups) = exact.Without(mask);
            Assert.DoesNotContain(mask, groups);
            Assert.Equal(
                Partitions(problem, nodes).Where(p => !p.Any(g => g.SequenceEqual(group))).Max(p => p.Sum(g => Bits(problem, g))), bits, 6);
            Assert.Equal(best, exact.BestBits);
        }
    }, iter: 200);

    private static void AgreesWithAllPartitions(FusionResult result)
    {
        var exact = new ExactSolver();
        foreach (var problem in Problems(result))
        {
            int[] nodes = [.. Enumerable.Range(0, problem.Nodes.Length)];
            exact.Solve(problem, nodes);
            var all = Partitions(problem, nodes).Select(groups => (Groups: groups, Bits: groups.Sum(g => Bits(problem, g)))).ToList();
            var whole = all.Sum(p => problem.Scorer.Odds(p.Bits));
            Assert.Equal(all.Max(p => p.Bits), exact.BestBits, 6);
            Assert.Equal(exact.BestBits, exact.BestGroups().Sum(m => Bits(problem, [.. nodes.Where(n => (m & (1 << n)) != 0)])), 6);
            var pairs = exact.PairProbabilities();
            foreach (var (a, b) in nodes.SelectMany(a => nodes.Where(b => b > a).Select(b => (a, b))))
            {
                var together = all.Where(p => p.Groups.Any(g => g.Contains(a) && g.Contains(b))).Sum(p => problem.Scorer.Odds(p.Bits));
                Assert.Equal(together / whole, pairs[a, b], 6);
            }

            foreach (var node in nodes)
            {
                var alone = all.Where(p => p.Groups.Any(g => g.Length == 1 && g[0] == node)).Sum(p => problem.Scorer.Odds(p.Bits));
                Assert.Equal(alone / whole, exact.Probability(1 << node), 6);
            }
        }
    }

    private static IEnumerable<Problem> Problems(FusionResult result) =>
        Enumerable.Range(0, result.Components.Roots.Length).Select(result.ProblemOf).Where(p => p.Nodes.Length > 1);

    // Every division of the nodes into groups whose nodes are all compatible.
    private static IEnumerable<int[][]> Partitions(Problem problem, int[] left)
    {
        if (left.Length == 0)
        {
            return [[]];
        }

        return Enumerable.Range(0, 1 << (left.Length - 1))
            .Select(mask => left.Where((_, i) => i == 0 || (mask & (1 << (i - 1))) != 0).ToArray())
            .Where(group => group.All(a => group.All(b => a == b || problem.AreCompatible(a, b))))
            .SelectMany(group => Partitions(problem, [.. left.Except(group)]).Select(rest => (int[][])[group, .. rest]));
    }

    private static double Bits(Problem problem, int[] group) => problem.Bits(group);
}
