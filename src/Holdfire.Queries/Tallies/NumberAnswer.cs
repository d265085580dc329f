using Holdfire.Fusion;
using Holdfire.Model;

namespace Holdfire.Queries;

/// <summary>How many of something were counted in events of a span of time.</summary>
/// <param name="Measure">What about it was counted.</param>
/// <param name="Unit">What one counts.</param>
/// <param name="Min">At least: the greater of all single events that surely lie within the span and of the greatest sum that does.</param>
/// <param name="Max">At most, with everything that may lie within; null for no upper limit.</param>
public sealed record NumberAnswer(Measure Measure, CountUnit Unit, long Min, long? Max)
{
    /// <summary>From a number.</summary>
    public static NumberAnswer Of(IncidentCount c) => new(c.Measure, c.Unit, c.Range.Min, c.Range.Max);
}
