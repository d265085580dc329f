using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Talks;
using Holdfire.Time;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire talks history</c>: all that was said of one item, in the order of time.</summary>
internal static class TalksHistoryCommand
{
    private static readonly CsvShape Csv = new("entries",
    [
        "entry=entry.id", "by", "what", "stands", "from=entry.when.from", "to=entry.when.to", "statements=entry.statements", "inferred_by=entry.inferred.by",
    ]);

    public static Command Create()
    {
        var item = new Argument<string>("ITEM") { Description = "the id of an item" };
        var (folder, asOf, format) = (Options.Case(), Options.AsOf(), Options.Format());
        var command = new Command(
            "history", "All that was said of one item, in the order of time.\n\nExample: holdfire talks history HALT --case my-case")
        {
            item, folder, asOf, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            var id = Options.Known("ITEM", result.GetRequiredValue(item), @case.Talks.Items.Select(i => i.Id));
            var gone = @case.Talks.NoLongerStanding();
            ImmutableArray<TalksEntry> entries =
            [
                .. @case.Talks.Entries.Where(e => TalksRecord.ItemsOf(e).Contains(id))
                    .OrderBy(e => Intervals.StartOf(e.When.Extent)).ThenBy(e => Intervals.EndOf(e.When.Extent)).ThenBy(e => e.Id),
            ];
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/talks-history/1",
                    as_of = Texts.OfOptional(instant),
                    item = TalksJson.Item(@case.Talks.Items.First(i => i.Id == id)),
                    entries = entries.Select(e => new
                    {
                        by = TalksRecord.MakersOf(e).Select(p => p.Value), what = TalksWords.Of(e, @case), stands = !gone.Contains(e.Id),
                        entry = TalksJson.Entry(e),
                    }),
                },
                () => new Sheet(
                    ["when", "entry", "what", "stands", "statements", "in words"],
                    [
                        .. entries.Select(e => (ImmutableArray<string>)
                        [
                            TalksTexts.When(e.When), e.Id.Value, TalksWords.Of(e, @case), gone.Contains(e.Id) ? "no" : "yes",
                            TalksTexts.Basis(e), e.Text,
                        ]),
                    ]),
                instant, invented: @case.Invented, csv: Csv);
            return ExitCodes.Done;
        });
        return command;
    }
}
