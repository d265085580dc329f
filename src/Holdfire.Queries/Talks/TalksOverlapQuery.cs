using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>talks overlap</c>: what the sides have in common.</summary>
internal static class TalksOverlapQuery
{
    public static readonly QueryInfo Info = new()
    {
        Name = "talks overlap",
        Help = "What all sides have accepted at some time, what nobody has rejected, and whose acceptance each item lacks.",
        Examples = ["talks overlap --case my-case"],
        Options = [],
        NotTaken =
        [
            new(["--claimant", "--source"], "what all have in common needs what each has said"),
            new(["--actor", "--area", "--near"], "talks are about words, not about acts"),
            new(["--from", "--to"], "it counts what was accepted at any time; --known-by leaves out what came later"),
            new(["--tz"], "it prints no times"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("items",
    [
        "item=item.item", "kind=item.kind", "name=item.name", "accepted_by_all", "rejected_by_none", "accepted=accepted.party",
        "conditional=conditional.party", "rejected=rejected.party", "lacking",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var items = Overlap.Of(view.Known.Talks, view.Known.Parties);
        return new QueryResult(new TalksOverlapAnswer(view, items), () => Table(items))
        {
            Notes = () => Notes(items, view.Known),
            Csv = Csv,
        };
    }

    private static AnswerTable Table(ImmutableArray<Overlap> items) => new(
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
