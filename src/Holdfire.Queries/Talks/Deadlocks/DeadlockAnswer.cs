using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Queries;

/// <summary>Items none of which can come first.</summary>
/// <param name="Items">The ids of the items.</param>
/// <param name="Preconditions">The preconditions between them.</param>
/// <param name="Cycles">The cycles, shortest first; at most 100.</param>
/// <param name="MoreCycles">Whether there are more.</param>
/// <param name="Drop">The smallest sets of preconditions whose dropping ends it.</param>
/// <param name="DropOrWeaken">The smallest sets where each may be dropped, or weakened to "together".</param>
/// <param name="AllTogether">The ids of the preconditions that, all weakened at once, end it.</param>
public sealed record DeadlockAnswer(
    ImmutableArray<string> Items, ImmutableArray<PreconditionAnswer> Preconditions, ImmutableArray<DeadlockCycleAnswer> Cycles, bool MoreCycles,
    WaysOutAnswer Drop, WaysOutAnswer DropOrWeaken, ImmutableArray<string> AllTogether)
{
    /// <summary>From a deadlock.</summary>
    public static DeadlockAnswer Of(Deadlock d, Case @case) => new(
        [.. d.Items.Select(i => i.Value)], [.. d.Preconditions.Select(PreconditionAnswer.Of)], [.. d.Cycles.Select(c => DeadlockCycleAnswer.Of(c, @case))],
        d.MoreCycles, WaysOutAnswer.Of(d.Drop), WaysOutAnswer.Of(d.DropOrWeaken), [.. d.AllTogether.Select(p => p.Id.Value)]);
}
