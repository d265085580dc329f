using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;
using static Holdfire.Tests.Talks.TalksBuilder;

namespace Holdfire.Tests.Talks.Deadlocks;

public sealed class DeadlockAnalysisTests
{
    private static readonly Gen<ImmutableArray<Precondition>> SmallGraphs =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 3]).Array[0, 8].Select(edges => edges
            .Where(e => e.Item1 != e.Item2)
            .Select((e, i) => Edge($"C{i}", e.Item1, e.Item2, e.Item3 == 0 ? PreconditionRelation.TogetherWith : PreconditionRelation.Before))
            .ToImmutableArray());

    [Fact]
    public void Of_TwoThatWaitForEachOther_IsOneDeadlockWithTwoWaysOut()
    {
        var found = Analyse(2, Edge("C1", 0, 1), Edge("C2", 1, 0, inferred: true));

        var deadlock = Assert.Single(found.Deadlocks);
        Assert.Equal(["I0", "I1"], deadlock.Items.Select(i => i.Value));
        Assert.False(Assert.Single(deadlock.Cycles).IsStated);
        Assert.Equal((1, 2), (deadlock.Drop.Least, deadlock.Drop.Count));
        Assert.Equal(2, deadlock.AllTogether.Length);
        Assert.Equal(["C1", "C2"], found.UnlockingSets.Select(s => Assert.Single(s).Id.Value).Order());
    }

    [Fact]
    public void Of_TheSameWithoutInferred_IsNone()
    {
        var talks = Record(2, Edge("C1", 0, 1), Edge("C2", 1, 0, inferred: true));
        Assert.Empty(DeadlockAnalysis.Of(talks, false, null).Deadlocks);
        Assert.Empty(DeadlockAnalysis.Of(talks, false, null).Locked);
    }

    [Fact]
    public void Of_BeforeAndTogether_IsADeadlockThatWeakeningEnds()
    {
        var found = Analyse(2, Edge("C1", 0, 1), Edge("C2", 0, 1, PreconditionRelation.TogetherWith));

        var deadlock = Assert.Single(found.Deadlocks);
        Assert.Equal((1, 2), (deadlock.Drop.Least, deadlock.Drop.Count));
        Assert.Equal((1, 3), (deadlock.DropOrWeaken.Least, deadlock.DropOrWeaken.Count));
    }

    [Fact]
    public void Of_OnlyTogether_IsNoDeadlock() =>
        Assert.Empty(Analyse(3, Edge("C1", 0, 1, PreconditionRelation.TogetherWith), Edge("C2", 1, 0, PreconditionRelation.InReturnFor)).Deadlocks);

    [Fact]
    public void Of_OtherActorsThanAsked_AreLeftOutAndNamed()
    {
        var talks = Record(2, Edge("C1", 0, 1), Edge("C2", 1, 0) with { Actor = Other });
        var found = DeadlockAnalysis.Of(talks, true, new HashSet<Holdfire.Model.PartyId> { One });
        Assert.Empty(found.Deadlocks);
        Assert.Equal("C2", Assert.Single(found.LeftOut).Id.Value);
    }

    [Fact]
    public void Of_AnyGraph_AgreesWithTheDefinitions() => SmallGraphs.Sample(edges =>
    {
        var found = DeadlockAnalysis.Of(new TalksRecord { Items = Items(5), Preconditions = edges }, true, null);
        return found.Deadlocks.IsEmpty != BruteForce.Locks(edges.Select(e => (BruteForce.Node(e.Requires), BruteForce.Node(e.For), e.IsStrict)), 5);
    });

    [Fact]
    public void Drop_OfAnyGraph_IsExactInSizeAndNumber() => SmallGraphs.Sample(edges => AgreesOn(edges, false), iter: 1000);

    [Fact]
    public void DropOrWeaken_OfAnyGraph_IsExactInSizeAndNumber() => SmallGraphs.Sample(edges => AgreesOn(edges, true), iter: 200);

    [Fact]
    public void First_OfAnyGraph_AreDifferentSetsThatEndTheDeadlock() => SmallGraphs.Sample(edges =>
    {
        var found = DeadlockAnalysis.Of(new TalksRecord { Items = Items(5), Preconditions = edges }, true, null);
        return found.Deadlocks.All(d => new[] { d.Drop, d.DropOrWeaken }.All(ways =>
            ways.First.Select(s => string.Join(' ', s.Select(c => $"{c.Precondition.Id}{c.Kind}"))).Distinct().Count() == ways.First.Length &&
            ways.First.All(s => s.Length == ways.Least && !BruteForce.Locks(d.Preconditions.SelectMany(p => After(p, s)), 5))));
    });

    [Fact]
    public void Cycles_OfAnyGraph_AreDifferentAndLockByThemselvesAndNotWithoutAnyOne() => SmallGraphs.Sample(edges =>
    {
        var found = DeadlockAnalysis.Of(new TalksRecord { Items = Items(5), Preconditions = edges }, true, null);
        return found.Deadlocks.SelectMany(d => d.Cycles).All(c =>
            Locks(c.Preconditions) && c.Preconditions.All(p => !Locks(c.Preconditions.Remove(p))));
    });

    [Fact]
    public void UnlockingSets_OfAnyGraphWithWays_UnlockAndHaveNothingToSpare() =>
        Gen.Select(SmallGraphs, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[0, 4]).Sample((edges, ways) =>
        {
            var talks = new TalksRecord
            {
                Items = Items(5), Preconditions = edges,
                Ways = [.. ways.Select((w, i) => new ItemWay { Id = new($"W{i}"), Item = new($"I{w.Item1}"), Needs = [new($"I{w.Item2}")] })],
            };
            ImmutableArray<ItemId> Locked(IEnumerable<Precondition> kept) =>
                DeadlockAnalysis.Of(talks with { Preconditions = [.. kept] }, true, null).Locked;
            var never = Locked([]).Length;
            var found = DeadlockAnalysis.Of(talks, true, null);
            return found.UnlockingSets.All(s => Locked(edges.Except(s)).Length == never && s.All(p => Locked(edges.Except(s).Append(p)).Length > never)) &&
                found.UnlockingSets.IsEmpty == (Locked(edges).Length == never);
        }, iter: 1000);

    [Fact]
    public void Drop_OfALongCircle_HasAWayForEachPrecondition()
    {
        var found = Analyse(60, [.. Enumerable.Range(0, 60).Select(i => Edge($"C{i}", i, (i + 1) % 60))]);
        var drop = Assert.Single(found.Deadlocks).Drop;
        Assert.Equal((1, 60), (drop.Least, drop.Count));
    }

    [Fact]
    public void Drop_OfManyCirclesThroughOneItem_MultipliesTheirWays()
    {
        var edges = Enumerable.Range(0, 20).SelectMany(i => new[]
        {
            Edge($"A{i}", 0, (2 * i) + 1), Edge($"B{i}", (2 * i) + 1, (2 * i) + 2), Edge($"C{i}", (2 * i) + 2, 0),
        });
        var drop = Assert.Single(Analyse(41, [.. edges]).Deadlocks).Drop;
        Assert.Equal((20, BigInteger.Pow(3, 20)), (drop.Least, drop.Count));
        Assert.Equal(100, drop.First.Length);
    }

    [Fact]
    public void Drop_OfMoreThanSixtyPreconditions_IsABoundAndSaysSo()
    {
        var edges = Enumerable.Range(0, 25).SelectMany(i => new[]
        {
            Edge($"A{i}", 0, (2 * i) + 1), Edge($"B{i}", (2 * i) + 1, (2 * i) + 2), Edge($"C{i}", (2 * i) + 2, 0),
        });
        var drop = Assert.Single(Analyse(51, [.. edges]).Deadlocks).Drop;
        Assert.False(drop.IsExact);
        Assert.Equal((25, 25), (drop.Least, drop.Most));
    }

    private static bool AgreesOn(ImmutableArray<Precondition> edges, bool weaken)
    {
        var found = DeadlockAnalysis.Of(new TalksRecord { Items = Items(5), Preconditions = edges }, true, null);
        return found.Deadlocks.All(d =>
        {
            var ways = weaken ? d.DropOrWeaken : d.Drop;
            return BruteForce.Smallest(d.Preconditions, 5, weaken) == (ways.Least, ways.Count!.Value);
        });
    }

    private static bool Locks(IEnumerable<Precondition> edges) =>
        BruteForce.Locks(edges.Select(e => (BruteForce.Node(e.Requires), BruteForce.Node(e.For), e.IsStrict)), 5);

    private static IEnumerable<(int, int, bool)> After(Precondition p, ImmutableArray<Change> changes) =>
        changes.FirstOrDefault(c => c.Precondition == p)?.Kind switch
        {
            ChangeKind.Drop => [],
            ChangeKind.Weaken => [(BruteForce.Node(p.Requires), BruteForce.Node(p.For), false)],
            _ => [(BruteForce.Node(p.Requires), BruteForce.Node(p.For), p.IsStrict)],
        };

    private static TalksRecord Record(int items, params Precondition[] edges) => new() { Items = Items(items), Preconditions = [.. edges] };

    private static DeadlockAnalysis Analyse(int items, params Precondition[] edges) => DeadlockAnalysis.Of(Record(items, edges), true, null);
}
