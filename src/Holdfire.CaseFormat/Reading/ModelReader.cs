using System.Collections.Immutable;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Reads the conflict models of a case.</summary>
internal sealed class ModelReader(LoadState state)
{
    private const string UnknownSign = "?";
    private const int MostPreferences = 64;
    private const int MostInfeasible = 256;

    public ConflictModel Read(MapReader map)
    {
        ImmutableArray<ModelOption> options = [.. map.Maps("options").Select(Option)];
        var bits = options.Select((o, i) => (o.Id, i)).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.i, StringComparer.Ordinal);
        int? BitOf(string id) => bits.TryGetValue(id, out var bit) ? bit : null;
        var model = new ConflictModel
        {
            Title = map.Text("title"), By = map.Text("by"), Options = options,
            Infeasible = [.. Some(map, "infeasible", MostInfeasible).Select(t => Formula(t.Text, t.At, BitOf))],
            Preferences = [.. map.Maps("preferences").Select(m => Preferences(m, BitOf))],
        };
        Check(map, model, bits.Count);
        return model;
    }

    private ModelOption Option(MapReader map) =>
        new(map.Text("id"), new PartyId(state.Refer(IdKind.Party, map, "party")), map.Text("text"), map.Enum<OptionMoves>("moves"));

    private PartyPreferences Preferences(MapReader map, Func<string, int?> bitOf)
    {
        var order = Some(map, "order", MostPreferences);
        return new PartyPreferences(
            new PartyId(state.Refer(IdKind.Party, map, "party")),
            [.. order.Select(t => new PreferenceStatement(
                Formula(t.Text.TrimStart('?'), t.At, bitOf), t.Text.StartsWith(UnknownSign, StringComparison.Ordinal), t.Text))]);
    }

    // A list of statements; a longer one is an error and read as far as this.
    private IEnumerable<(string Text, Spot At)> Some(MapReader map, string key, int most)
    {
        var texts = map.Texts(key);
        if (texts.Count > most)
        {
            state.Errors.Add(map.At(key), FormattableString.Invariant($"at most {most} statements"), FormattableString.Invariant($"{texts.Count}"));
        }

        return texts.Take(most);
    }

    private Formula Formula(string text, Spot at, Func<string, int?> bitOf)
    {
        if (FormulaText.Parse(text, bitOf, out var offset, out var expected) is { } formula)
        {
            return formula;
        }

        state.Errors.Add(at, expected, text[offset..]);
        return Model.Formula.Never;
    }

    private void Check(MapReader map, ConflictModel model, int distinct)
    {
        if (distinct < model.Options.Length || model.Options.Length is 0 or > ConflictModel.MostOptions)
        {
            state.Errors.Add(
                map.At("options"), $"1 to {ConflictModel.MostOptions} options with an id each",
                FormattableString.Invariant($"{model.Options.Length} with {distinct} ids"));
            return;
        }

        ImmutableArray<PartyId> makers = model.DecisionMakers;
        if (makers.Distinct().Count() < makers.Length || model.Options.Any(o => !makers.Contains(o.Party)))
        {
            state.Errors.Add(
                map.At("preferences"), "preferences once for each party that has an option: " +
                string.Join(' ', model.Options.Select(o => o.Party).Distinct()), string.Join(' ', makers));
        }

        var unknown = model.Preferences.Sum(p => p.Statements.Count(s => s.IsUnknown));
        if (unknown > ConflictModel.MostUnknown)
        {
            state.Errors.Add(
                map.At("preferences"), $"at most {ConflictModel.MostUnknown} unknown statements", FormattableString.Invariant($"{unknown}"));
        }

        var states = model.States().Length;
        if (states is 0 or > ConflictModel.MostStates)
        {
            state.Errors.Add(
                map.At("infeasible"), $"1 to {ConflictModel.MostStates} feasible states", FormattableString.Invariant($"{states}"));
        }
    }
}
