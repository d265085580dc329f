using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Talks.Stability;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>talks equilibria</c>: which outcomes of an analyst's model would last.</summary>
internal static class TalksEquilibriaQuery
{
    private const int MostListed = 64;

    private static readonly OptionInfo Model = new("--model", "ID", "one model; all of them if left out");

    private static readonly OptionInfo All = OptionInfo.Flag("--all", "list every feasible state; otherwise, in large models, only those stable for all in some sense");

    public static readonly QueryInfo Info = new()
    {
        Name = "talks equilibria",
        Help = "Which states of an analyst's models are stable: Nash, GMR, SMR, SEQ, and against coalitions (docs/talks.md).",
        Examples = ["talks equilibria --case my-case"],
        Options = [Model, All],
        NotTaken =
        [
            new(["--claimant", "--source", "--actor", "--area", "--near", "--from", "--to"], "a model is an analyst's own, not a claim about acts; --model names it"),
            new(["--tz"], "models have no times"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("models.states", ["model=^model", "state", "taken", "equilibrium", "possible_equilibrium", "coalitional"]);

    /// <summary>The ids of the options taken in a state.</summary>
    public static IEnumerable<string> Taken(ConflictModel model, uint state) => model.Options.Where((_, i) => (state >> i & 1) == 1).Select(o => o.Id);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var @case = view.Known;
        var id = arguments.Known(Model, @case.Talks.Models.Select(x => x.Id));
        ImmutableArray<(StabilityAnalysis Found, ImmutableArray<StateStability> Listed)> models =
        [
            .. @case.Talks.Models.Where(m => id is null || m.Id == id).Select(m => StabilityAnalysis.Of(m))
                .Select(a => (a, (ImmutableArray<StateStability>)[.. Listed(a, arguments.Has(All))])),
        ];
        return new QueryResult(
            new TalksEquilibriaAnswer(view, [.. models.Select(m => ModelAnswer.Of(m.Found, m.Listed))]),
            () => new AnswerTable(
                ["model", "state", "options taken", "stable for all", "if unknown preferences fall so", "against coalitions", "stable for each"],
                [.. models.SelectMany(m => m.Listed.Select(s => Row(m.Found.Model, s)))]))
        {
            Notes = () => models.SelectMany(m => Notes(m.Found, @case)),
            Csv = Csv,
        };
    }

    private static IEnumerable<StateStability> Listed(StabilityAnalysis found, bool all) =>
        all || found.States.Length <= MostListed ? found.States : found.States.Where(s => s.PossibleEquilibrium != StabilityKinds.None);

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

    private static string Words(StabilityKinds kinds) => string.Join(' ', StabilityWords.NamesOf(kinds));
}
