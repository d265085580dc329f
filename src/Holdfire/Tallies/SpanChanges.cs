using Holdfire.Model;

namespace Holdfire.Tallies;

/// <summary>Compares numbers with bounds.</summary>
public static class SpanChanges
{
    /// <summary>How the later number lies to the earlier one, for spans of the same length.</summary>
    public static SpanChange Of(CountRange now, CountRange then) =>
        now.Min > (then.Max ?? long.MaxValue) ? SpanChange.More
        : (now.Max ?? long.MaxValue) < then.Min ? SpanChange.Fewer
        : now == then && now.Min == now.Max ? SpanChange.Same : SpanChange.CannotSay;
}
