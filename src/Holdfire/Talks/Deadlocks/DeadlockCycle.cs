using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Deadlocks;

/// <summary>A minimal cycle: without any one of its preconditions it is none.</summary>
/// <param name="Preconditions">In the order of the cycle; at least one is strict.</param>
/// <param name="Items">What waits for what: each item must come no later than the next, and the last no later than the first.</param>
public sealed record DeadlockCycle(ImmutableArray<Precondition> Preconditions, ImmutableArray<ItemId> Items)
{
    /// <summary>Whether all of it was stated.</summary>
    public bool IsStated => Preconditions.All(p => p.Inference is null);
}
