using System.Collections.Immutable;
using Holdfire.Acts;
using Holdfire.Model;

namespace Holdfire.Assessment;

/// <summary>What several lines tell together of the size of a change: an average of ratios, never of counts.</summary>
/// <param name="Over">What they differ in: <c>truces</c>, <c>sources</c> or <c>acts</c>.</param>
/// <param name="Truces">The truces, in order.</param>
/// <param name="Sources">The sources, in order.</param>
/// <param name="Acts">The acts, in order.</param>
/// <param name="AllegedActor">Who is said to have acted; null for either side.</param>
/// <param name="Size">The ratio on average.</param>
/// <param name="Ratio">Its 95 % interval.</param>
/// <param name="Next">Where the ratio of another one like these would lie, 95 %.</param>
/// <param name="Spread">The standard deviation of the logarithms of the true ratios.</param>
public sealed record PooledChange(
    string Over, ImmutableArray<TruceId> Truces, ImmutableArray<SourceId> Sources, ImmutableArray<ActCode> Acts, PartyId? AllegedActor,
    double Size, RatioInterval Ratio, RatioInterval Next, double Spread);
