using System.Collections.Immutable;

namespace Holdfire.Talks.Stability;

/// <summary>How stable one state is.</summary>
/// <param name="State">The state: bit <c>i</c> says whether option <c>i</c> is taken.</param>
/// <param name="Surely">For each decision maker the senses in which it is stable however the unknown preferences are read.</param>
/// <param name="Possibly">The senses in which it is stable for some reading.</param>
/// <param name="Equilibrium">The senses in which it is stable for all decision makers under every reading.</param>
/// <param name="PossibleEquilibrium">The senses in which it is so under some reading.</param>
/// <param name="Coalitional">The senses in which it is stable for every coalition under every reading; null where not computed.</param>
public sealed record StateStability(
    uint State, ImmutableArray<StabilityKinds> Surely, ImmutableArray<StabilityKinds> Possibly, StabilityKinds Equilibrium,
    StabilityKinds PossibleEquilibrium, StabilityKinds? Coalitional);
