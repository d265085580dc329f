using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Time;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>talks history</c>: all that was said of one item, in the order of time.</summary>
internal static class TalksHistoryQuery
{
    private static readonly OptionInfo Item = new("ITEM", "", "the id of an item") { Kind = OptionKind.Position };

    private static readonly OptionInfo Claimant = CommonOptions.Claimant("only what this party said");

    private static readonly OptionInfo From = EventFilter.From with { Help = "only what may have been said on or after this civil day in --tz" };

    private static readonly OptionInfo To = EventFilter.To with { Help = "only what may have been said on or before this civil day in --tz" };

    public static readonly QueryInfo Info = new()
    {
        Name = "talks history",
        Help = "All that was said of one item, in the order of time.",
        Examples = ["talks history HALT --case my-case"],
        Options = [Item, Claimant, TalksSource.Option, From, To, TalksTexts.Zone],
        NotTaken =
        [
            new(["--actor", "--area", "--near"], "talks are about words, not about acts"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("entries",
    [
        "entry=entry.id", "by", "what", "stands", "from=entry.when.from", "to=entry.when.to", "statements=entry.statements", "inferred_by=entry.inferred.by",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (@case, zone) = (view.Known, TalksTexts.ZoneOf(arguments, view.Known));
        var id = arguments.Known(Item, @case.Talks.Items.Select(i => i.Id)) ?? throw new QueryException(QueryErrorCodes.Missing, Item.Name, "the id of an item", "none");
        var claimant = arguments.Known(Claimant, @case.Parties.Select(p => p.Id));
        var rests = TalksSource.Of(arguments, @case);
        var days = EventFilter.DaysOf(arguments, @case);
        ImmutableArray<TalksEntry> entries =
        [
            .. @case.Talks.Entries.Where(e => TalksRecord.ItemsOf(e).Contains(id))
                .Where(e => claimant is not { } who || TalksRecord.MakersOf(e).Contains(who))
                .Where(rests)
                .Where(e => days is not { } span || Intervals.Overlap(span, e.When.Extent))
                .OrderBy(e => Intervals.StartOf(e.When.Extent)).ThenBy(e => Intervals.EndOf(e.When.Extent)).ThenBy(e => e.Id),
        ];
        var gone = @case.Talks.NoLongerStanding();
        return new QueryResult(
            new TalksHistoryAnswer(view, @case.Talks.Items.First(i => i.Id == id), entries, gone),
            () => new AnswerTable(
                ["when", "entry", "what", "stands", "statements", "in words"],
                [
                    .. entries.Select(e => (ImmutableArray<string>)
                    [
                        TalksTexts.When(e.When, zone), e.Id.Value, TalksWords.Of(e, @case), gone.Contains(e.Id) ? "no" : "yes", TalksTexts.Basis(e), e.Text,
                    ]),
                ]))
        {
            Csv = Csv,
        };
    }
}
