using System.Collections.Immutable;

namespace Holdfire.Talks.Stability;

/// <summary>What holds for every reading of the unknown preferences so far, and what for some.</summary>
internal sealed record StabilityTally(
    ImmutableArray<StabilityKinds[]> Surely, ImmutableArray<StabilityKinds[]> Possibly, StabilityKinds[] Equilibrium,
    StabilityKinds[] PossibleEquilibrium, StabilityKinds[]? Coalitional)
{
    /// <summary>The tally of one reading.</summary>
    public static StabilityTally Of(GraphModel model, bool coalitions)
    {
        ImmutableArray<StabilityKinds[]> stable = [.. Enumerable.Range(0, model.PartyCount).Select(model.Stable)];
        var equilibrium = stable.Aggregate(Array.ConvertAll(new int[model.StateCount], _ => StabilityKinds.All), Common);
        StabilityKinds[]? coalitional = null;
        if (coalitions)
        {
            coalitional = equilibrium;
            for (var coalition = 1u; coalition < 1u << model.PartyCount; coalition++)
            {
                // A coalition of one has been looked at.
                coalitional = (coalition & (coalition - 1)) == 0 ? coalitional
                    : Common(coalitional, new CoalitionStability(model, coalition).Stable());
            }
        }

        return new StabilityTally(stable, stable, equilibrium, equilibrium, coalitional);
    }

    public StabilityTally And(StabilityTally other) => new(
        [.. Surely.Zip(other.Surely, Common)], [.. Possibly.Zip(other.Possibly, Either)], Common(Equilibrium, other.Equilibrium),
        Either(PossibleEquilibrium, other.PossibleEquilibrium),
        Coalitional is null || other.Coalitional is null ? null : Common(Coalitional, other.Coalitional));

    public StateStability State(uint state, int at) => new(
        state, [.. Surely.Select(s => s[at])], [.. Possibly.Select(s => s[at])], Equilibrium[at], PossibleEquilibrium[at], Coalitional?[at]);

    private static StabilityKinds[] Common(StabilityKinds[] one, StabilityKinds[] other) => [.. one.Zip(other, (a, b) => a & b)];

    private static StabilityKinds[] Either(StabilityKinds[] one, StabilityKinds[] other) => [.. one.Zip(other, (a, b) => a | b)];
}
