using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks.Stability;

namespace Holdfire.Queries;

/// <summary>How stable one state of a model is. Senses are <c>nash</c>, <c>gmr</c>, <c>smr</c> and <c>seq</c>.</summary>
/// <param name="State">The state: bit i says whether option i is taken.</param>
/// <param name="Taken">The ids of the options taken.</param>
/// <param name="Equilibrium">The senses in which it is stable for all, however unknown preferences are read.</param>
/// <param name="PossibleEquilibrium">The senses in which it is so under some reading.</param>
/// <param name="Coalitional">The senses in which it is stable against every coalition; null where not computed.</param>
/// <param name="Stable">For each decision maker the senses in which it is stable.</param>
public sealed record ModelStateAnswer(
    uint State, ImmutableArray<string> Taken, ImmutableArray<string> Equilibrium, ImmutableArray<string> PossibleEquilibrium,
    ImmutableArray<string>? Coalitional, ImmutableArray<PartyStabilityAnswer> Stable)
{
    /// <summary>From a state.</summary>
    public static ModelStateAnswer Of(ConflictModel model, StateStability s) => new(
        s.State, [.. TalksEquilibriaQuery.Taken(model, s.State)], Senses(s.Equilibrium), Senses(s.PossibleEquilibrium),
        s.Coalitional is { } c ? Senses(c) : null,
        [.. model.DecisionMakers.Select((p, i) => new PartyStabilityAnswer(p.Value, Senses(s.Surely[i]), Senses(s.Possibly[i])))]);

    private static ImmutableArray<string> Senses(StabilityKinds kinds) => [.. StabilityWords.NamesOf(kinds).Select(n => n.ToLowerInvariant())];
}
