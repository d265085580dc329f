using Holdfire.Time;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>A time as it was said.</summary>
/// <param name="From">The start; null for an open one.</param>
/// <param name="To">The end; null for an open one.</param>
/// <param name="Precision">How exactly it was said.</param>
/// <param name="Zone">The zone in which it was said.</param>
public sealed record WindowAnswer(Instant? From, Instant? To, TimePrecision Precision, string Zone)
{
    /// <summary>From a time, or null where there is none.</summary>
    public static WindowAnswer? Of(TimeWindow? window) => window is null ? null : new(
        window.Extent.HasStart ? window.Extent.Start : null, window.Extent.HasEnd ? window.Extent.End : null, window.Precision, window.Zone);
}
