using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>Finds deadlocks and the ways out of each.</summary>
internal static class DeadlockFinder
{
    public static ImmutableArray<Deadlock> Find(TalksRecord talks, ImmutableArray<Precondition> used)
    {
        var node = talks.Items.Select((item, i) => (item.Id, i)).ToDictionary(p => p.Id, p => p.i);
        ImmutableArray<Arc> arcs = [.. used.Select(p => new Arc(node[p.Requires], node[p.For], p.IsStrict, null, null))];
        var component = GraphComponents.Strong(arcs);
        var inside = Enumerable.Range(0, arcs.Length).Where(i => component[arcs[i].From] == component[arcs[i].To])
            .GroupBy(i => component[arcs[i].From])
            .Where(g => g.Any(i => arcs[i].Strict))
            .OrderBy(g => g.Min(i => Math.Min(arcs[i].From, arcs[i].To)));
        return [.. inside.Select(g => Of(talks, [.. g.Select(i => used[i])], [.. g.Select(i => arcs[i])]))];
    }

    private static Deadlock Of(TalksRecord talks, ImmutableArray<Precondition> inside, ImmutableArray<Arc> arcs)
    {
        var nodes = arcs.SelectMany(a => (int[])[a.From, a.To]).ToHashSet();
        var (cycles, more) = CycleSearch.Find(arcs);
        return new Deadlock(
            [.. talks.Items.Where((_, i) => nodes.Contains(i)).Select(i => i.Id)], inside,
            [
                .. cycles.Select(c => new DeadlockCycle([.. c.Arcs.Select(i => inside[i])], [.. c.Nodes.Select(n => talks.Items[n].Id)])),
            ],
            more,
            Solve(inside, arcs, false), Solve(inside, arcs, true), [.. inside.Where(p => p.IsStrict)]);
    }

    private static WaysOut Solve(ImmutableArray<Precondition> inside, ImmutableArray<Arc> arcs, bool weaken)
    {
        if (arcs.Length > WaysOut.MostExact)
        {
            return Bound(inside, arcs);
        }

        var open = arcs.Select((a, i) => a with
        {
            Drop = SmallestChanges.Of(new ChangeSet(1UL << i, 0)),
            Weaken = weaken && a.Strict ? SmallestChanges.Of(new ChangeSet(0, 1UL << i)) : null,
        }).ToList();
        var found = ChangeSolver.Solve(open, int.MaxValue)!;
        return new WaysOut(found.Size, found.Size, found.Count, [.. found.First.Select(s => Changes(inside, s))]);
    }

    private static ImmutableArray<Change> Changes(ImmutableArray<Precondition> inside, ChangeSet set) =>
    [
        .. inside.SelectMany((p, i) =>
            (set.Dropped >> i & 1) == 1 ? [new Change(p, ChangeKind.Drop)]
            : (set.Weakened >> i & 1) == 1 ? [new Change(p, ChangeKind.Weaken)] : Array.Empty<Change>()),
    ];

    // Above the limit: at least as many as there are cycles apart from each other, at most what a greedy search drops. What may
    // be weakened needs no fewer changes, since whatever weakening ends dropping ends too.
    private static WaysOut Bound(ImmutableArray<Precondition> inside, ImmutableArray<Arc> arcs)
    {
        var open = arcs.Select(a => a with { Drop = SmallestChanges.Nothing with { Size = 1 } }).ToList();
        var dropped = new SortedSet<int>();
        while (new StrictCycles(Left(dropped)).Cheapest() is { } cycle)
        {
            var left = Enumerable.Range(0, open.Count).Where(i => !dropped.Contains(i)).ToList();
            dropped.Add(cycle.Select(i => left[i]).MaxBy(i =>
                left.Count(j => open[j].To == open[i].From) * left.Count(j => open[j].From == open[i].To)));
        }

        foreach (var spare in dropped.ToList())
        {
            if (new StrictCycles(Left(dropped.Where(i => i != spare))).Cheapest() is null)
            {
                dropped.Remove(spare);
            }
        }

        return new WaysOut(
            ChangeSolver.LeastBound(open), dropped.Count, null, [[.. dropped.Select(i => new Change(inside[i], ChangeKind.Drop))]]);

        List<Arc> Left(IEnumerable<int> without)
        {
            var gone = without.ToHashSet();
            return [.. open.Where((_, i) => !gone.Contains(i))];
        }
    }
}
