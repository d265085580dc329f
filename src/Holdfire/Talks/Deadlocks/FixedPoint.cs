using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>
/// What can come about: the least set of items that holds an item once all that must come before it is there and, where it
/// has ways, all that one of them needs. Items that must come together come as one. A way's needs come before, as with a strict
/// edge; so dropping a precondition never locks anything.
/// </summary>
internal sealed class FixedPoint(ImmutableArray<TalksItem> items, ImmutableArray<Precondition> all, ImmutableArray<ItemWay> ways)
{
    /// <summary>The items that cannot come about while these preconditions are kept, in the order of the record.</summary>
    public ImmutableArray<ItemId> Locked(IReadOnlySet<Precondition> kept)
    {
        var group = items.ToDictionary(i => i.Id, i => new HashSet<ItemId> { i.Id });
        foreach (var p in all.Where(p => !p.IsStrict && kept.Contains(p)))
        {
            Unite(group, p.Requires, p.For);
        }

        var there = new HashSet<ItemId>();
        for (var before = -1; before != there.Count;)
        {
            before = there.Count;
            foreach (var together in group.Values.Where(g => !there.Overlaps(g)).ToList())
            {
                if (together.All(i => CanCome(i, there, kept)))
                {
                    there.UnionWith(together);
                }
            }
        }

        return [.. items.Select(i => i.Id).Where(i => !there.Contains(i))];
    }

    private bool CanCome(ItemId item, HashSet<ItemId> there, IReadOnlySet<Precondition> kept)
    {
        if (all.Any(p => p.IsStrict && p.For == item && kept.Contains(p) && !there.Contains(p.Requires)))
        {
            return false;
        }

        var own = ways.Where(w => w.Item == item).ToList();
        return own.Count == 0 || own.Exists(w => w.Needs.All(there.Contains));
    }

    private static void Unite(Dictionary<ItemId, HashSet<ItemId>> group, ItemId one, ItemId other)
    {
        if (ReferenceEquals(group[one], group[other]))
        {
            return;
        }

        group[one].UnionWith(group[other]);
        foreach (var item in group[one])
        {
            group[item] = group[one];
        }
    }
}
