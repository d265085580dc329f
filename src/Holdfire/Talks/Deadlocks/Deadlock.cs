using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>A strongly connected component with a strict edge: items none of which can come first.</summary>
/// <param name="Items">The items, in the order of the record.</param>
/// <param name="Preconditions">The preconditions between them.</param>
/// <param name="Cycles">Its minimal cycles, shortest first; at most 100.</param>
/// <param name="MoreCycles">Whether there are more.</param>
/// <param name="Drop">The smallest sets of preconditions whose dropping ends it.</param>
/// <param name="DropOrWeaken">The smallest sets where each may be dropped, or weakened to "together".</param>
/// <param name="AllTogether">The strict preconditions: with every one of them weakened it ends with none dropped.</param>
public sealed record Deadlock(
    ImmutableArray<ItemId> Items, ImmutableArray<Precondition> Preconditions, ImmutableArray<DeadlockCycle> Cycles, bool MoreCycles,
    WaysOut Drop, WaysOut DropOrWeaken, ImmutableArray<Precondition> AllTogether);
