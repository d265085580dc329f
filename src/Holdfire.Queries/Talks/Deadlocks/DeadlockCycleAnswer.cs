using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Queries;

/// <summary>A circle of preconditions.</summary>
/// <param name="Items">The ids of its items.</param>
/// <param name="Preconditions">The ids of its preconditions.</param>
/// <param name="Stated">Whether all of them were stated and none inferred.</param>
/// <param name="InWords">The circle in a sentence.</param>
public sealed record DeadlockCycleAnswer(ImmutableArray<string> Items, ImmutableArray<string> Preconditions, bool Stated, string InWords)
{
    /// <summary>From a cycle.</summary>
    public static DeadlockCycleAnswer Of(DeadlockCycle c, Case @case) =>
        new([.. c.Items.Select(i => i.Value)], [.. c.Preconditions.Select(p => p.Id.Value)], c.IsStated, TalksWords.Of(c, @case));
}
