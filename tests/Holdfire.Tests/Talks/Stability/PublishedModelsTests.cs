using System.Collections.Immutable;
using Holdfire.Talks.Stability;
using Holdfire.Model;

namespace Holdfire.Tests.Talks.Stability;

/// <summary>
/// Models whose equilibria others have published: the example files and expected results of gmcr-py by O. Petersons (GitHub,
/// onp/gmcr-py, commit 502a12c, folders <c>Examples</c> and <c>test_data</c>). Places of states count from 1 in the order of
/// their numbers, as there. See docs/talks.md for what is not checked.
/// </summary>
public sealed class PublishedModelsTests
{
    [Fact]
    public void Garrison_HasThePublishedEquilibria()
    {
        string[] infeasible =
        [
            "a & b", "a & c", "b & c", "f & g", "f & h", "f & i", "g & h", "g & i", "h & i", "!a & !b & !c", "!f & !g & !h & !i",
            "a & !d", "c & d", "a & !e & !f", "b & !e & h", "b & !e & i", "c & !e & h", "c & !e & i",
        ];
        int[] owners = [0, 0, 0, 1, 2, 3, 3, 3, 3];
        var states = ModelBuilder.Of(owners, [], infeasible, [], [], [], []).States();
        var model = ModelBuilder.Of(
            owners, [], infeasible,
            ModelBuilder.Ranking(states, 9, [3], [7], [1, 2], [4], [5, 6], [8], [9], [12], [11], [15], [10], [13], [14], [17], [16], [18], [19], [21], [20], [22], [23]),
            ModelBuilder.Ranking(states, 9, [21, 17, 13, 10, 6, 2], [23, 19], [15], [11], [8], [4], [22], [18], [14], [7], [3], [20], [16], [12], [9], [5], [1]),
            ModelBuilder.Ranking(states, 9, [23], [20, 21], [19], [16, 17], [11], [9, 10], [15], [12, 13], [2], [4], [1], [8], [5, 6], [22], [18], [14], [3], [7]),
            []);
        Assert.Equal(23, states.Length);
        Check(
            model, [2, 3, 11, 17, 18, 21, 22], [2, 3, 8, 11, 13, 14, 15, 17, 18, 19, 21, 22],
            [2, 3, 8, 11, 13, 14, 15, 17, 18, 19, 21, 22], [2, 3, 11, 17, 18, 21, 22],
            more: true);
    }

    [Fact]
    public void SyriaAndIraq_HaveThePublishedEquilibria() => Check(
        ModelBuilder.Of([0, 0, 1], [], ["a & b"], ["!a & !b & !c", "b", "!c", "!a"], ["a & !b & !c", "!a & !b & c", "!a & b & c", "!a & !b & !c", "a & !b & c"]),
        [6], [1, 6], [6], [6]);

    [Fact]
    public void PrisonersDilemma_HasThePublishedEquilibria() =>
        Check(ModelBuilder.Of([0, 1], [], [], ["b", "!a"], ["a", "!b"]), [1], [1, 4], [1, 4], [1, 4]);

    [Fact]
    public void MilkRiver_HasThePublishedEquilibria()
    {
        var model = ModelBuilder.Of(
            [0, 1, 2, 2, 3, 3, 3], [], ["e & f", "e & g", "f & g", "c & d", "b & f", "b & g"],
            ["e", "d & e"], ["!a & !b & !c & !d & !e & !f & !g", "a & f", "!g", "c"], ["!a & !b"], ["!a & !b"]);
        ImmutableArray<int> all = [.. Enumerable.Range(1, 36)];
        Check(model, all.Remove(3), all, all, all.Remove(3));
    }

    // The expected results were made when gmcr-py counted as a countermove one move of one opponent; here it is a sequence of
    // moves of any opponents. What deters there deters here too, and with a single opponent there is no difference.
    private static void Check(ConflictModel model, IEnumerable<int> nash, IEnumerable<int> gmr, IEnumerable<int> smr, IEnumerable<int> seq, bool more = false)
    {
        uint[] states = [.. model.States()];
        ulong Key(int p, uint s) => model.Preferences[p].Statements.Aggregate(0UL, (k, f) => (k * 2) + (f.Formula.IsTrue(s) ? 1UL : 0));
        var there = new Definitions(model, (p, x, y) => Key(p, x) > Key(p, y), oneMove: true);
        var here = StabilityAnalysis.Of(model).States;
        foreach (var (kind, places) in new[]
        {
            (StabilityKinds.Nash, nash), (StabilityKinds.Gmr, gmr), (StabilityKinds.Smr, smr), (StabilityKinds.Seq, seq),
        })
        {
            Assert.Equal(places, Places(states.Select(s => Enumerable.Range(0, model.DecisionMakers.Length).All(p => there.Of(s, [p]).HasFlag(kind)))));
            var ours = Places(here.Select(s => s.Equilibrium.HasFlag(kind)));
            Assert.Empty(places.Except(ours));
            Assert.Equal(more && kind is StabilityKinds.Gmr or StabilityKinds.Smr, ours.Except(places).Any());
        }
    }

    private static List<int> Places(IEnumerable<bool> stable) => [.. stable.Select((s, i) => (s, Place: i + 1)).Where(s => s.s).Select(s => s.Place)];
}
