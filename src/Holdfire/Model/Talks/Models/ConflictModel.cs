using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>
/// An analyst's model of a conflict in option form: the graph model for conflict resolution (Kilgour, Hipel and Fang, The graph
/// model for conflicts, Automatica 23, 1987, as cited in docs/talks.md).
/// </summary>
public sealed record ConflictModel : TalksEntry
{
    /// <summary>At most so many options.</summary>
    public const int MostOptions = 20;

    /// <summary>At most so many feasible states.</summary>
    public const int MostStates = 1 << 16;

    /// <summary>At most so many unknown statements, since each triples the work.</summary>
    public const int MostUnknown = 6;

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>The analyst whose judgement it is.</summary>
    public required string By { get; init; }

    /// <summary>The options; option <c>i</c> is bit <c>i</c> of a state.</summary>
    public required ImmutableArray<ModelOption> Options { get; init; }

    /// <summary>States in which one of these is true cannot be.</summary>
    public required ImmutableArray<Formula> Infeasible { get; init; }

    /// <summary>The preferences, one for each party that has an option; the parties are the decision makers in this order.</summary>
    public required ImmutableArray<PartyPreferences> Preferences { get; init; }

    /// <summary>The decision makers.</summary>
    public ImmutableArray<PartyId> DecisionMakers => [.. Preferences.Select(p => p.Party)];

    /// <summary>The feasible states in the order of their numbers.</summary>
    public ImmutableArray<uint> States()
    {
        var states = ImmutableArray.CreateBuilder<uint>();
        for (var state = 0u; state < 1u << Options.Length; state++)
        {
            if (!Infeasible.Any(f => f.IsTrue(state)))
            {
                states.Add(state);
            }
        }

        return states.ToImmutable();
    }
}
