using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Talks.Stability;

/// <summary>Which states of a model are stable.</summary>
/// <param name="Model">The model.</param>
/// <param name="States">Every feasible state in the order of its number.</param>
public sealed record StabilityAnalysis(ConflictModel Model, ImmutableArray<StateStability> States)
{
    /// <summary>Coalitions are looked at in models of at most so many states.</summary>
    public const int MostForCoalitions = 1024;

    /// <summary>Analyses a model. The work grows with the states and threefold with each unknown statement.</summary>
    /// <param name="model">The model.</param>
    /// <param name="coalitions">Whether to look at coalitions too, where the model has few enough states.</param>
    public static StabilityAnalysis Of(ConflictModel model, bool coalitions = true)
    {
        var states = model.States();
        var place = model.DecisionMakers.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
        ImmutableArray<int> owners = [.. model.Options.Select(o => place[o.Party])];
        StabilityTally? all = null;
        foreach (var ranks in PreferenceReadings.Of(model, states))
        {
            var one = StabilityTally.Of(new GraphModel(model.Options, owners, states, ranks), coalitions && states.Length <= MostForCoalitions);
            all = all is null ? one : all.And(one);
        }

        return new StabilityAnalysis(model, [.. states.Select((s, i) => all!.State(s, i))]);
    }
}
