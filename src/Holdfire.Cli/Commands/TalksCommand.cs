using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Talks;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire talks</c>: what is on the table, and who says what to it.</summary>
internal static class TalksCommand
{
    private static readonly CsvShape Csv = new("items.positions",
    [
        "item=^item.item", "kind=^item.kind", "name=^item.name", "truce=^item.truce", "party", "position", "other_item", "entry=entry.id",
        "from=entry.when.from", "to=entry.when.to", "statements=entry.statements", "inferred_by=entry.inferred.by",
    ]);

    public static Command Create()
    {
        var (folder, asOf, format) = (Options.Case(), Options.AsOf(), Options.Format());
        var command = new Command(
            "talks",
            "What is on the table: for each item how each party stands to it, since when, and by which statements.\n\n"
            + "Example: holdfire talks --case my-case")
        {
            folder, asOf, format,
            TalksHistoryCommand.Create(), TalksDeadlocksCommand.Create(), TalksOverlapCommand.Create(),
            TalksDeadlinesCommand.Create(), TalksEquilibriaCommand.Create(),
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            var positions = Positions.Now(@case.Talks);
            var against = TalksContradiction.In(@case);
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/talks/1",
                    as_of = Texts.OfOptional(instant),
                    items = @case.Talks.Items.Select(i => new
                    {
                        item = TalksJson.Item(i), positions = positions.Where(p => p.Item == i.Id).Select(TalksJson.Position),
                    }),
                    contradictions = against.Select(c => TalksJson.Contradiction(c, @case)),
                    mediation = @case.Talks.Mediation.Select(m => new
                    {
                        by = m.By.Value, m.Kind, mediators = m.Mediators.Select(p => p.Value), item = m.Item?.Value, entry = TalksJson.Entry(m),
                    }),
                    guarantees = @case.Talks.Guarantees.Select(g => new
                    {
                        item = g.Item.Value, by = g.By.Select(p => p.Value), to = g.To.Select(p => p.Value), entry = TalksJson.Entry(g),
                    }),
                },
                () => Table(@case, positions), instant, () => Notes(@case, against), @case.Invented, Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Sheet Table(Case @case, ImmutableArray<Position> positions) => new(
        ["item", "name", "party", "position", "since", "statements"],
        [
            .. from item in @case.Talks.Items
               from p in positions
               where p.Item == item.Id
               select (ImmutableArray<string>)
               [
                   item.Id.Value, item.Name, p.Party.Value, TalksWords.Of(p, @case), TalksTexts.When(p.Entry.When), TalksTexts.Basis(p.Entry),
               ],
        ]);

    private static IEnumerable<string> Notes(Case @case, ImmutableArray<TalksContradiction> against)
    {
        string Note(TalksEntry entry)
        {
            var words = TalksWords.Of(entry, @case);
            return $"{char.ToUpperInvariant(words[0])}{words[1..]} ({TalksTexts.Basis(entry)}).";
        }

        return [.. against.Select(c => TalksWords.Of(c, @case)), .. @case.Talks.Mediation.Select(Note), .. @case.Talks.Guarantees.Select(Note)];
    }
}
