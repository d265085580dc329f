using NodaTime;

namespace Holdfire.Queries;

/// <summary>A span of time.</summary>
/// <param name="From">Its start; null is open.</param>
/// <param name="To">Its end, which does not belong to it; null is open.</param>
public sealed record SpanAnswer(Instant? From, Instant? To)
{
    /// <summary>From an interval.</summary>
    public static SpanAnswer Of(Interval span) => new(span.HasStart ? span.Start : null, span.HasEnd ? span.End : null);
}
