using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>Bounds on claims per civil day, or in the time that <c>rate_per</c> names.</summary>
/// <param name="Min">The least, from 0.</param>
/// <param name="Max">The most; null for no upper limit.</param>
public sealed record RateBounds(double Min, double? Max)
{
    /// <summary>From a rate, or null where there is none.</summary>
    public static RateBounds? Of(RateRange? rate) => rate is { } r ? new(r.Min, r.Max) : null;
}
