using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Queries;

/// <summary>Where the talks lock, by one reading of them.</summary>
/// <param name="WithInferred">Whether inferred preconditions were used next to the stated ones.</param>
/// <param name="Deadlocks">The deadlocks.</param>
/// <param name="Locked">The ids of items that cannot come about.</param>
/// <param name="UnlockingSets">Smallest sets of ids of preconditions whose dropping unlocks them.</param>
/// <param name="MoreUnlockingSets">Whether there may be more.</param>
/// <param name="LeftOut">The ids of preconditions of others than the actors.</param>
public sealed record DeadlockReadingAnswer(
    bool WithInferred, ImmutableArray<DeadlockAnswer> Deadlocks, ImmutableArray<string> Locked, ImmutableArray<ImmutableArray<string>> UnlockingSets,
    bool MoreUnlockingSets, ImmutableArray<string> LeftOut)
{
    /// <summary>From an analysis.</summary>
    public static DeadlockReadingAnswer Of(DeadlockAnalysis found, Case @case) => new(
        found.WithInferred, [.. found.Deadlocks.Select(d => DeadlockAnswer.Of(d, @case))], [.. found.Locked.Select(i => i.Value)],
        [.. found.UnlockingSets.Select(s => (ImmutableArray<string>)[.. s.Select(p => p.Id.Value)])], found.MoreUnlockingSets,
        [.. found.LeftOut.Select(p => p.Id.Value)]);
}
