using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Talks;
using Holdfire.Talks.Stability;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire talks equilibria</c>: which outcomes of an analyst's model would last.</summary>
internal static class TalksEquilibriaCommand
{
    private static readonly CsvShape Csv = new("models.states",
        ["model=^model", "state", "taken", "equilibrium", "possible_equilibrium", "coalitional"]);

    private const int MostListed = 64;

    public static Command Create()
    {
        var (folder, asOf, format) = (Options.Case(), Options.AsOf(), Options.Format());
        var model = Options.Text("--model", "ID", "one model; all of them if left out");
        var all = new Option<bool>("--all")
        {
            Description = "list every feasible state; otherwise, in large models, only those stable for all in some sense",
        };
        var command = new Command(
            "equilibria",
            "Which states of an analyst's models are stable: Nash, GMR, SMR, SEQ, and against coalitions (docs/talks.md).\n\n"
            + "Example: holdfire talks equilibria --case my-case")
        {
            folder, model, all, asOf, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            EntryId? id = result.GetValue(model) is { } m ? Options.Known("--model", m, @case.Talks.Models.Select(x => x.Id)) : null;
            ImmutableArray<StabilityAnalysis> found =
                [.. @case.Talks.Models.Where(x => id is null || x.Id == id).Select(m => StabilityAnalysis.Of(m))];
            var every = result.GetValue(all);
            Answer.Print(
                result.GetValue(format),
                new { schema = "holdfire/talks-equilibria/1", as_of = Texts.OfOptional(instant), models = found.Select(a => Json(a, every)) },
                () => new Sheet(
                    ["model", "state", "options taken", "stable for all", "if unknown preferences fall so", "against coalitions", "stable for each"],
                    [.. found.SelectMany(a => Listed(a, every).Select(s => Row(a.Model, s)))]),
                instant, () => found.SelectMany(a => Notes(a, @case)), @case.Invented, Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<StateStability> Listed(StabilityAnalysis found, bool all) =>
        all || found.States.Length <= MostListed ? found.States : found.States.Where(s => s.PossibleEquilibrium != StabilityKinds.None);

    private static object Json(StabilityAnalysis found, bool all) => new
    {
        model = found.Model.Id.Value,
        found.Model.Title,
        found.Model.By,
        options = found.Model.Options.Select(o => new { o.Id, party = o.Party.Value, o.Text, o.Moves }),
        decision_makers = found.Model.DecisionMakers.Select(p => p.Value),
        feasible_states = found.States.Length,
        coalitions_looked_at = found.States.All(s => s.Coalitional is not null),
        states = Listed(found, all).Select(s => new
        {
            state = s.State, taken = Taken(found.Model, s.State), equilibrium = Kinds(s.Equilibrium),
            possible_equilibrium = Kinds(s.PossibleEquilibrium), coalitional = s.Coalitional is { } c ? Kinds(c) : null,
            stable = found.Model.DecisionMakers.Select((p, i) => new
            {
                party = p.Value, surely = Kinds(s.Surely[i]), possibly = Kinds(s.Possibly[i]),
            }),
        }),
        entry = TalksJson.Entry(found.Model),
    };

    private static ImmutableArray<string> Row(ConflictModel model, StateStability s) =>
    [
        model.Id.Value, FormattableString.Invariant($"{s.State}"), string.Join(' ', Taken(model, s.State).DefaultIfEmpty("none")), Words(s.Equilibrium),
        Words(s.PossibleEquilibrium & ~s.Equilibrium), s.Coalitional is { } c ? Words(c) : "not computed",
        string.Join("\n", model.DecisionMakers.Select((p, i) => $"{p}: {Words(s.Surely[i])}")),
    ];

    private static IEnumerable<string> Notes(StabilityAnalysis found, Case @case)
    {
        var model = found.Model;
        yield return $"{model.Id}, {model.Title}: the judgement of {model.By}, from {string.Join(", ", model.Statements)}; no finding. {model.Text}";
        foreach (var option in model.Options)
        {
            yield return $"  {option.Id}: {TalksWords.NameOf(option.Party, @case)} can {option.Text}.";
        }

        if (found.States.Any(s => s.Coalitional is null))
        {
            yield return FormattableString.Invariant(
                $"  Coalitions are looked at in models of at most {StabilityAnalysis.MostForCoalitions} states; this one has {found.States.Length}.");
        }
    }

    private static IEnumerable<string> Taken(ConflictModel model, uint state) =>
        model.Options.Where((_, i) => (state >> i & 1) == 1).Select(o => o.Id);

    private static IEnumerable<string> Kinds(StabilityKinds kinds) => StabilityWords.NamesOf(kinds).Select(n => n.ToLowerInvariant());

    private static string Words(StabilityKinds kinds) => string.Join(' ', StabilityWords.NamesOf(kinds));
}
