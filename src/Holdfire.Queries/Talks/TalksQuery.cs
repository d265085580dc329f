using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>talks</c>: what is on the table, and who says what to it.</summary>
internal static class TalksQuery
{
    private static readonly OptionInfo Claimant = CommonOptions.Claimant("only the positions of this party");

    public static readonly QueryInfo Info = new()
    {
        Name = "talks",
        Page = "talks.md",
        Help = "What is on the table: for each item how each party stands to it, since when, and by which statements.",
        Examples = ["talks --case my-case"],
        Options = [Claimant, TalksSource.Option, TalksTexts.Zone],
        NotTaken =
        [
            new(["--actor", "--area", "--near"], "talks are about words, not about acts"),
            new(["--from", "--to"], "it shows how parties stand now; talks history takes days, and --known-by shows an earlier time"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("items.positions",
    [
        "item=^item.item", "kind=^item.kind", "name=^item.name", "truce=^item.truce", "party", "position", "other_item", "entry=entry.id",
        "from=entry.when.from", "to=entry.when.to", "statements=entry.statements", "inferred_by=entry.inferred.by",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (@case, zone) = (view.Known, TalksTexts.ZoneOf(arguments, view.Known));
        var claimant = arguments.Known(Claimant, @case.Parties.Select(p => p.Id));
        var rests = TalksSource.Of(arguments, @case);
        ImmutableArray<Position> positions = [.. Positions.Now(@case.Talks).Where(p => (claimant is null || p.Party == claimant) && rests(p.Entry))];
        var against = TalksContradiction.In(@case);
        return new QueryResult(new TalksAnswer(view, positions, against), () => Table(@case, positions, zone))
        {
            Notes = () => Notes(@case, against),
            Csv = Csv,
            Nothing = claimant is { } who ? $"No position of {who} is recorded." : "No position of any party is recorded. Positions are read from talks.yaml.",
        };
    }

    private static AnswerTable Table(Case @case, ImmutableArray<Position> positions, DateTimeZone? zone) => new(
        ["item", "name", "party", "position", "since", "statements"],
        [
            .. from item in @case.Talks.Items
               from p in positions
               where p.Item == item.Id
               select (ImmutableArray<string>)
               [
                   item.Id.Value, item.Name, p.Party.Value, TalksWords.Of(p, @case), TalksTexts.When(p.Entry.When, zone), TalksTexts.Basis(p.Entry),
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
