using System.Collections.Immutable;
using System.CommandLine;
using Holdfire.Model;
using Holdfire.Views;
using Holdfire.Cli.Output;
using Holdfire.Talks;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire talks overlap</c>: what the sides have in common.</summary>
internal static class TalksOverlapCommand
{
    private static readonly CsvShape Csv = new("items",
    [
        "item=item.item", "kind=item.kind", "name=item.name", "accepted_by_all", "rejected_by_none", "accepted=accepted.party",
        "conditional=conditional.party", "rejected=rejected.party", "lacking",
    ]);

    public static Command Create()
    {
        var (folder, asOf, format) = (Options.Case(), Options.AsOf(), Options.Format());
        var command = new Command(
            "overlap",
            "What all sides have accepted at some time, what nobody has rejected, and whose acceptance each item lacks.\n\n"
            + "Example: holdfire talks overlap --case my-case")
        {
            folder, asOf, format,
        };
        command.SetAction(result =>
        {
            var instant = Options.ReadInstant(result.GetValue(asOf));
            var @case = CaseInput.Load(result, folder).AsOf(instant);
            var items = Overlap.Of(@case.Talks, @case.Parties);
            Answer.Print(
                result.GetValue(format),
                new
                {
                    schema = "holdfire/talks-overlap/1",
                    as_of = Texts.OfOptional(instant),
                    items = items.Select(o => new
                    {
                        item = TalksJson.Item(o.Item), accepted_by_all = o.AcceptedByAll, rejected_by_none = o.RejectedByNone,
                        accepted = o.Accepted.Select(TalksJson.Position), conditional = o.Conditional.Select(TalksJson.Position),
                        rejected = o.Rejected.Select(TalksJson.Position), lacking = o.Lacking.Select(p => p.Value),
                    }),
                },
                () => Table(items), instant, () => Notes(items, @case), @case.Invented, Csv);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Sheet Table(ImmutableArray<Overlap> items) => new(
        ["item", "name", "offered, demanded or accepted", "under conditions", "rejected", "acceptance lacking"],
        [
            .. items.Select(o => (ImmutableArray<string>)
            [
                o.Item.Id.Value, o.Item.Name, Cell(o.Accepted), Cell(o.Conditional), Cell(o.Rejected), string.Join(' ', o.Lacking),
            ]),
        ]);

    private static string Cell(ImmutableArray<Position> positions) =>
        string.Join("\n", positions.Select(p => $"{p.Party}: {TalksTexts.Basis(p.Entry)}").Distinct());

    private static IEnumerable<string> Notes(ImmutableArray<Overlap> items, Case @case)
    {
        yield return $"Accepted by every side at some time: {Names(items.Where(o => o.AcceptedByAll))}.";
        yield return $"Rejected by nobody on the record, which is not consent: {Names(items.Where(o => o.RejectedByNone))}.";
        var sides = @case.Parties.Count(p => p.Role == PartyRole.Party);
        yield return $"One side's acceptance short: {string.Join("; ", items.Where(o => o.Lacking.Length == 1 && sides > 1)
            .Select(o => $"{o.Item.Name} ({TalksWords.NameOf(o.Lacking[0], @case)})").DefaultIfEmpty("none"))}.";
    }

    private static string Names(IEnumerable<Overlap> items) => string.Join("; ", items.Select(o => o.Item.Name).DefaultIfEmpty("none"));
}
