using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.Tests.Talks.Stability;

/// <summary>Conflict models from texts.</summary>
internal static class ModelBuilder
{
    /// <summary>A model of options <c>a</c>, <c>b</c>, … of parties by their places.</summary>
    public static ConflictModel Of(int[] owners, OptionMoves[] moves, string[] infeasible, params string[][] preferences)
    {
        ImmutableArray<ModelOption> options =
            [.. owners.Select((o, i) => new ModelOption(Name(i), Party(o), "", moves.Length > i ? moves[i] : OptionMoves.Both))];
        return new ConflictModel
        {
            Id = new("M"), Title = "a test", By = "us", Options = options,
            Infeasible = [.. infeasible.Select(t => Formula(t, owners.Length))],
            Preferences =
            [
                .. preferences.Select((order, p) => new PartyPreferences(Party(p),
                    [.. order.Select(t => new PreferenceStatement(Formula(t.TrimStart('?'), owners.Length), t.StartsWith('?'), t))])),
            ],
        };
    }

    /// <summary>A preference for states in the order of a list from best to worst, where some are equal, as ordered statements.</summary>
    public static string[] Ranking(IReadOnlyList<uint> states, int options, params int[][] bestFirst)
    {
        string State(uint s) => "(" + string.Join(" & ", Enumerable.Range(0, options).Select(i => ((s >> i & 1) == 1 ? "" : "!") + Name(i))) + ")";
        return [.. bestFirst.Select(equal => string.Join(" | ", equal.Select(place => State(states[place - 1]))))];
    }

    public static Formula Formula(string text, int options) =>
        FormulaText.Parse(text, id => id.Length == 1 && id[0] - 'a' >= 0 && id[0] - 'a' < options ? id[0] - 'a' : null, out var at, out var expected)
            ?? throw new ArgumentException($"{text} at {at}: {expected}");

    private static string Name(int option) => ((char)('a' + option)).ToString();

    private static PartyId Party(int place) => new($"P{place}");
}
