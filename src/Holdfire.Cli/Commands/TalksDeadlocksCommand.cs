using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire talks deadlocks</c>: where the talks lock, and which smallest changes would unlock them.</summary>
internal static class TalksDeadlocksCommand
{
    private static readonly CsvShape Csv = new("readings.deadlocks.cycles",
    [
        "with_inferred=^^with_inferred", "deadlock=^items", "cycle=preconditions", "stated", "in_words", "drop_exact=^drop.exact",
        "drop_least=^drop.least", "drop_count=^drop.count",
    ]);

    public static Command Create()
    {
        var (folder, asOf, format) = (Options.Case(), Options.AsOf(), Options.Format());
        var everyone = new Option<bool>("--everyone") { Description = "count the preconditions of others than the sides too" };
        var graph = new Option<GraphFormat?>("--graph") { Description = "print the graph of the preconditions instead", HelpName = "dot|graphml" };
        var command = new Command(
            "deadlocks",
            "Where the talks lock, by what was stated alone and with what is inferred; and the smallest changes that would unlock them.\n\n"
            + "Example: holdfire talks deadlocks --case my-case")
        {
            folder, asOf, everyone, graph, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            if (result.GetValue(graph) is { } form)
            {
                Console.Out.WriteLine(form == GraphFormat.Dot ? PreconditionGraph.Dot(@case) : PreconditionGraph.GraphMl(@case));
                return ExitCodes.Done;
            }

            var sides = result.GetValue(everyone) ? null : Sides(@case);
            var stated = DeadlockAnalysis.Of(@case.Talks, false, sides);
            var inferred = DeadlockAnalysis.Of(@case.Talks, true, sides);
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/talks-deadlocks/1",
                    as_of = Texts.OfOptional(instant),
                    actors = sides?.Select(p => p.Value),
                    readings = new[] { TalksJson.Analysis(stated, @case), TalksJson.Analysis(inferred, @case) },
                },
                () => new Sheet(
                    ["reading", "deadlock", "cycle", "in words"],
                    [.. Rows("stated alone", stated, @case), .. Rows("with inferred", inferred, @case)]),
                instant, () => DeadlockNotes.Of(stated, inferred, @case), @case.Invented, Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    public static HashSet<PartyId> Sides(Case @case) => [.. @case.Parties.Where(p => p.Role == PartyRole.Party).Select(p => p.Id)];

    private static IEnumerable<ImmutableArray<string>> Rows(string reading, DeadlockAnalysis found, Case @case) =>
        found.Deadlocks.IsEmpty
            ? [[reading, "none", "", ""]]
            : found.Deadlocks.SelectMany((d, i) => d.Cycles.Select(c => (ImmutableArray<string>)
            [
                reading, FormattableString.Invariant($"{i + 1}: {string.Join(' ', d.Items)}"), string.Join(' ', c.Preconditions.Select(p => p.Id)),
                Holdfire.Talks.TalksWords.Of(c, @case),
            ]));
}
