using CsCheck;
using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Tests.Fusion;

public sealed class GreedyMergeTests
{
    // The oracle weighs every pair of groups anew after each join.
    [Fact]
    public void Merge_AnyReports_JoinsWhatAddsMostEachTime() => Theatre.Linked(30).Sample(
        reports =>
        {
            var result = Fuser.Fuse(Theatre.Input(reports));
            foreach (var component in Enumerable.Range(0, result.Count).Select(result.ComponentOf).Where(c => c >= 0).Distinct())
            {
                var problem = result.ProblemOf(component);
                var graph = new NodeGraph(problem, result.EdgesOf(component));
                Assert.Equal(JoinedOneByOne(problem, graph), new GreedyMerge(problem, graph).Merge());
            }
        },
        iter: 100);

    [Fact]
    public void Fuse_HundredsOfReportsOfOnePlaceAndTime_AreOneEvent()
    {
        var result = Fuser.Fuse(Theatre.Input(AtOnce(300)));
        Assert.Single(Theatre.Groups(result));
    }

    [Fact]
    public void Fuse_ThousandsOfReportsOfOnePlaceAndTime_SaysThatItCannotSay()
    {
        var e = Assert.Throws<TooLargeException>(() => Fuser.Fuse(Theatre.Input(AtOnce(3_000))));
        Assert.Contains("3000 reports", e.Message, StringComparison.Ordinal);
        Assert.Contains("R0000 to R2999", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThousandsOfReportsOfOnePlaceAndTime_ConcernNobodyElse()
    {
        Report[] others = [Theatre.At("A1", "aa-army", 500, 50, 50), Theatre.At("A2", "monitor", 500.1, 50, 50)];
        var alone = Fuser.Fuse(Theatre.Input(others));
        var result = Fuser.FuseWhatCanBeTold(Theatre.Input([.. AtOnce(3_000), .. others]));
        var crowded = Assert.Single(result.Crowded);
        Assert.Equal(("R0000", "R2999", 3_000), (crowded.Reports[0].Value, crowded.Reports[^1].Value, crowded.Reports.Length));
        Assert.Contains("too many to tell apart", crowded.Says, StringComparison.Ordinal);
        var places = Theatre.Input(others).Places;
        Assert.Equal(alone.Incidents(places).Select(i => (i.Id, i.Reports.Length)), result.Incidents(places).Select(i => (i.Id, i.Reports.Length)));
        Assert.Equal(result.Incidents(places).Select(i => i.Id), result.Chosen(places).Select(i => i.Id));
        Assert.DoesNotContain(result.Pairs(), p => p.A.Value.StartsWith('R'));
        Assert.Throws<TooLargeException>(() => result.IncidentOf(2 + 17, places));
    }

    private static Report[] AtOnce(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Theatre.At($"R{i:0000}", Theatre.Sources[i % 4].Id.Value, 1))];

    private static int[] JoinedOneByOne(Problem problem, NodeGraph graph)
    {
        var groups = Enumerable.Range(0, problem.Nodes.Length).ToDictionary(i => i, i => new[] { i });
        for (; ;)
        {
            var best = (from a in groups from b in groups where a.Key < b.Key && AreNear(a.Value, b.Value)
                        where a.Value.All(x => b.Value.All(y => problem.AreCompatible(x, y)))
                        let gain = Bits([.. a.Value.Concat(b.Value).Order()]) - Bits(a.Value) - Bits(b.Value)
                        where gain > 0 orderby -gain, a.Key, b.Key select (A: a.Key, B: b.Key)).Take(1).ToArray();
            if (best is not [var (into, from)])
            {
                return [.. Enumerable.Range(0, problem.Nodes.Length).Select(i => groups.Single(g => g.Value.Contains(i)).Key)];
            }

            groups[into] = [.. groups[into].Concat(groups[from]).Order()];
            groups.Remove(from);
        }

        bool AreNear(int[] a, int[] b) => a.Any(x => graph.Of(x).Any(o => b.Contains(o.Node)));

        double Bits(int[] group) => group is [var x, var y] ? graph.Of(x).Where(o => o.Node == y).Select(o => o.Bits).DefaultIfEmpty(problem.Bits(group)).First() : problem.Bits(group);
    }
}
