using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>
/// Lists the minimal sets of preconditions whose dropping unlocks all that dropping can unlock, smallest first.
/// </summary>
/// <remarks>
/// Dropping more never locks more, so that the sets are the minimal hitting sets of the minimal conflicts (Reiter, A theory of
/// diagnosis from first principles, Artificial Intelligence 32, 1987): a conflict is a set of preconditions that locks an item even
/// when all others are dropped.
/// </remarks>
internal static class UnlockingSearch
{
    private const int Most = 100;

    // The tree of candidates stops at so many and says that there may be more.
    private const int MostTried = 5_000;

    public static (ImmutableArray<ImmutableArray<Precondition>> Sets, bool More) Find(FixedPoint point, ImmutableArray<Precondition> all)
    {
        var never = point.Locked(new HashSet<Precondition>()).Length;
        bool Locks(IEnumerable<Precondition> kept) => point.Locked(kept.ToHashSet()).Length > never;
        if (!Locks(all))
        {
            return ([], false);
        }

        var sets = ImmutableArray.CreateBuilder<ImmutableArray<Precondition>>();
        var (next, seen, conflicts) = (new Queue<ImmutableSortedSet<int>>(), new HashSet<string>(), new List<HashSet<int>>());
        next.Enqueue([]);
        for (var tried = 0; next.TryDequeue(out var dropped); tried++)
        {
            if (sets.Count == Most || tried == MostTried)
            {
                return (sets.ToImmutable(), true);
            }

            if (sets.Any(s => s.All(p => dropped.Contains(all.IndexOf(p)))))
            {
                continue;
            }

            if (Conflict(dropped) is not { } conflict)
            {
                sets.Add([.. dropped.Select(i => all[i])]);
                continue;
            }

            foreach (var more in conflict.Order().Select(dropped.Add).Where(m => seen.Add(string.Join(' ', m))))
            {
                next.Enqueue(more);
            }
        }

        return (sets.ToImmutable(), false);

        HashSet<int>? Conflict(ImmutableSortedSet<int> dropped)
        {
            if (conflicts.Find(c => !c.Overlaps(dropped)) is { } known)
            {
                return known;
            }

            var kept = Enumerable.Range(0, all.Length).Where(i => !dropped.Contains(i)).ToHashSet();
            if (!Locks(kept.Select(i => all[i])))
            {
                return null;
            }

            foreach (var spare in kept.ToList())
            {
                kept.Remove(spare);
                if (!Locks(kept.Select(i => all[i])))
                {
                    kept.Add(spare);
                }
            }

            conflicts.Add(kept);
            return kept;
        }
    }
}
