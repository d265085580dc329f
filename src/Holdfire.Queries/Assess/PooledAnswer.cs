using System.Collections.Immutable;
using Holdfire.Assessment;

namespace Holdfire.Queries;

/// <summary>What several lines tell together: an average of ratios, never of counts.</summary>
/// <param name="Over">What they differ in: <c>truces</c>, <c>sources</c> or <c>acts</c>.</param>
/// <param name="Truces">The ids of the truces.</param>
/// <param name="Sources">The ids of the sources.</param>
/// <param name="Acts">The acts.</param>
/// <param name="AllegedActor">The id of the party that is said to have acted; null for either side.</param>
/// <param name="Size">The ratio on average.</param>
/// <param name="Ratio">Its 95 % interval.</param>
/// <param name="Next">Where the ratio of another one like these would lie, 95 %.</param>
/// <param name="Spread">The standard deviation of the logarithms of the true ratios.</param>
public sealed record PooledAnswer(
    string Over, ImmutableArray<string> Truces, ImmutableArray<string> Sources, ImmutableArray<string> Acts, string? AllegedActor,
    double Size, RatioBounds Ratio, RatioBounds Next, double Spread)
{
    /// <summary>From an average.</summary>
    public static PooledAnswer Of(PooledChange p) => new(
        p.Over, [.. p.Truces.Select(t => t.Value)], [.. p.Sources.Select(s => s.Value)], [.. p.Acts.Select(a => a.Value)], p.AllegedActor?.Value,
        p.Size, RatioBounds.Of(p.Ratio)!, RatioBounds.Of(p.Next)!, p.Spread);
}
