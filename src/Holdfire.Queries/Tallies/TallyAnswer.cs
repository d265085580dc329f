using System.Collections.Immutable;
using Holdfire.Tallies;

namespace Holdfire.Queries;

/// <summary>What reports say happened in a span of time, in numbers: claims put together, not findings.</summary>
/// <param name="Events">Single events: at least those that surely lie within the span, at most those that may. An event of any size counts once.</param>
/// <param name="Sums">How many claims that sum events may lie within the span; they are not among the events, which they may hold.</param>
/// <param name="Numbers">What was counted in the events and sums, by measure and unit.</param>
/// <param name="Harm">Killed and injured, by the same rule as the numbers; none where no report speaks of any.</param>
/// <param name="Ids">The ids of the incidents counted.</param>
public sealed record TallyAnswer(CountBounds Events, int Sums, ImmutableArray<NumberAnswer> Numbers, ImmutableArray<HarmAnswer> Harm, ImmutableArray<string> Ids)
{
    /// <summary>From a tally.</summary>
    public static TallyAnswer Of(EventTally t) => new(
        CountBounds.Of(t.Events), t.Sums, [.. t.Numbers.Select(NumberAnswer.Of)],
        [.. t.Harm.Select(h => new HarmAnswer(h.Kind, h.Group, h.Range.Min, h.Range.Max))], t.Ids);
}
