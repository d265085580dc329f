using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>Where talks lock.</summary>
/// <param name="WithInferred">Whether inferred preconditions were used beside the stated ones.</param>
/// <param name="LeftOut">Preconditions that stand and were left out, since their actors' consent was not asked about.</param>
/// <param name="Deadlocks">The deadlocks, in the order of their first items.</param>
/// <param name="Locked">Items that cannot come about: those outside the least fixed point.</param>
/// <param name="UnlockingSets">
/// Sets of preconditions whose dropping unlocks all that dropping can unlock, none with one to spare; smallest first, at most 100.
/// </param>
/// <param name="MoreUnlockingSets">Whether there may be more.</param>
public sealed record DeadlockAnalysis(
    bool WithInferred, ImmutableArray<Precondition> LeftOut, ImmutableArray<Deadlock> Deadlocks, ImmutableArray<ItemId> Locked,
    ImmutableArray<ImmutableArray<Precondition>> UnlockingSets, bool MoreUnlockingSets)
{
    /// <summary>Looks for deadlocks among the preconditions that stand.</summary>
    /// <param name="talks">The talks, as of the instant asked about.</param>
    /// <param name="withInferred">Whether to use inferred preconditions and ways too.</param>
    /// <param name="actors">
    /// Whose preconditions count: the sides, since a third state's condition locks nothing that the sides could do without it. Null
    /// for everyone's.
    /// </param>
    public static DeadlockAnalysis Of(TalksRecord talks, bool withInferred, IReadOnlySet<PartyId>? actors)
    {
        var gone = talks.NoLongerStanding();
        bool Used(TalksEntry e) => !gone.Contains(e.Id) && (withInferred || e.Inference is null);
        var standing = talks.Preconditions.Where(Used).ToLookup(p => actors is null || actors.Contains(p.Actor));
        ImmutableArray<Precondition> used = [.. standing[true]];
        var lockedItems = new FixedPoint(talks.Items, used, [.. talks.Ways.Where(Used)]);
        var (sets, more) = UnlockingSearch.Find(lockedItems, used);
        return new DeadlockAnalysis(
            withInferred, [.. standing[false]], DeadlockFinder.Find(talks, used), lockedItems.Locked(used.ToHashSet()), sets, more);
    }
}
