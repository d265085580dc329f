using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>A 95 % interval of the rate during over the rate before.</summary>
/// <param name="Low">The low end, from 0.</param>
/// <param name="High">The high end; null for no upper limit.</param>
public sealed record RatioBounds(double Low, double? High)
{
    /// <summary>From an interval, or null where there is none.</summary>
    public static RatioBounds? Of(RatioInterval? ratio) => ratio is { } r ? new(r.Low, r.High) : null;
}
