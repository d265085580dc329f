using System.Collections.Immutable;
using Holdfire.Talks.Stability;

namespace Holdfire.Queries;

/// <summary>A conflict model of an analyst, with how stable its states are.</summary>
/// <param name="Model">The id of the model.</param>
/// <param name="Title">Its title.</param>
/// <param name="By">Whose judgement it is.</param>
/// <param name="Options">What parties can do.</param>
/// <param name="DecisionMakers">The ids of the parties that decide.</param>
/// <param name="FeasibleStates">How many states are feasible.</param>
/// <param name="CoalitionsLookedAt">Whether stability against coalitions was computed.</param>
/// <param name="States">The states; in a large model only those stable for all in some sense, unless all are asked for.</param>
/// <param name="Entry">The entry of the model.</param>
public sealed record ModelAnswer(
    string Model, string Title, string By, ImmutableArray<ModelOptionAnswer> Options, ImmutableArray<string> DecisionMakers, int FeasibleStates,
    bool CoalitionsLookedAt, ImmutableArray<ModelStateAnswer> States, TalksEntryAnswer Entry)
{
    /// <summary>From an analysis, with the states listed.</summary>
    public static ModelAnswer Of(StabilityAnalysis found, ImmutableArray<StateStability> listed) => new(
        found.Model.Id.Value, found.Model.Title, found.Model.By,
        [.. found.Model.Options.Select(o => new ModelOptionAnswer(o.Id, o.Party.Value, o.Text, o.Moves))],
        [.. found.Model.DecisionMakers.Select(p => p.Value)], found.States.Length, found.States.All(s => s.Coalitional is not null),
        [.. listed.Select(s => ModelStateAnswer.Of(found.Model, s))], TalksEntryAnswer.Of(found.Model));
}
