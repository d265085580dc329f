using System.Collections.Immutable;
using Holdfire.Findings;
using Holdfire.Model;
using Holdfire.Tallies;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>incidents counts</c>: how many events, by area, alleged actor and act, against earlier days.</summary>
internal static class IncidentCountsQuery
{
    private static readonly OptionInfo By = new("--by", "area,actor,act", "what tells the rows apart: one or more of area, actor and act, parted by commas") { Default = "area,actor,act" };

    public static readonly QueryInfo Info = new()
    {
        Name = "incidents counts",
        Page = "counts.md",
        Help = "How many events reports tell of, by area, alleged actor and act, with killed and injured; against yesterday, last week or days of your choice.",
        Examples =
        [
            "incidents counts --case cases/practice-line --from 2031-03-12 --to 2031-03-12 --against last-week",
            "incidents counts --case cases/practice-line --by actor --from 2031-03-08 --to 2031-03-14 --against 2031-03-01..2031-03-07",
        ],
        Options = [By, .. EventFilter.Options, Against.Option, FusionChoice.Parameters],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("rows",
    [
        "area", "area_name", "actor", "act", "events_min=now.events.min", "events_max=now.events.max", "sums=now.sums", "then_min=then.events.min", "then_max=then.events.max", "change",
        "number_measure=now.numbers.measure", "number_unit=now.numbers.unit", "number_min=now.numbers.min", "number_max=now.numbers.max",
        "harm_kind=now.harm.kind", "harm_of=now.harm.of", "harm_min=now.harm.min", "harm_max=now.harm.max", "from=^span.from", "to=^span.to", "^parameters",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (by, zone) = (DimensionsOf(arguments), arguments.Zone(CommonOptions.Zone, view.Known));
        var (span, against) = SpansOf(arguments, view.Known, zone);

        // Days are those of the spans; the filter of the rest lets events of both through.
        var filter = EventFilter.Of(arguments.Without(EventFilter.From, EventFilter.To), view.Known);
        var (input, fused) = FusionChoice.Fused(view, arguments, work);
        var subjects = Subjects.OfIncidents(view.Known with { Statements = [] }, fused.Chosen(view.Known.Places)).Where(s => filter.Lets(FilteredEvent.Of(s)));
        var tallies = new EventTallies(view.Known, subjects, by.ToHashSet());
        var answer = new IncidentCountsAnswer(view, input.Parameters.Version, fused.Crowded)
        {
            By = by,
            Span = span is { } asked ? SpanAnswer.Of(asked) : new SpanAnswer(null, null),
            Against = against is { } earlier ? SpanAnswer.Of(earlier) : null,
            Total = TallyRowAnswer.Of(view.Known, tallies, null, span, against),
            Rows = [.. tallies.KeysIn(against is null ? [span] : [span, against]).Select(k => TallyRowAnswer.Of(view.Known, tallies, k, span, against))],
        };
        return new QueryResult(answer, () => Shown(answer))
        {
            Lead = () => answer.Rows.IsEmpty ? [Empty] : [],
            Notes = () => [.. Notes(answer), .. CrowdedAnswer.Notes(fused.Crowded)],
            Csv = Csv,
        };
    }

    private const string Empty = "No report tells of an event in these days. That is no proof that nothing happened: see who was watching with 'holdfire daily'.";

    private static ImmutableArray<TallyDimension> DimensionsOf(QueryArguments arguments)
    {
        var names = arguments.Required(By).Split(',');
        var known = Enum.GetValues<TallyDimension>().ToDictionary(Texts.Words);
        var wrong = Array.Find(names, n => !known.ContainsKey(n) || names.Count(o => o == n) > 1);
        return wrong is null ? [.. names.Select(n => known[n])] : throw new QueryException(
            QueryErrorCodes.UnknownValue, arguments.NameOf(By), "area, actor and act, or some of them, each once and parted by commas", $"'{arguments.Text(By)}'");
    }

    private static (Interval? Span, Interval? Against) SpansOf(QueryArguments arguments, Case @case, DateTimeZone zone)
    {
        var span = EventFilter.DaysOf(arguments, @case);
        if (!arguments.Has(Against.Option))
        {
            return (span, null);
        }

        var (first, last) = (arguments.Date(EventFilter.From), arguments.Date(EventFilter.To));
        return first is { } from && last is { } to
            ? Against.Of(arguments, from, to) is { } days ? (span, Local.Days(days.First, days.Last, zone)) : (span, null)
            : throw new QueryException(QueryErrorCodes.Missing, first is null ? EventFilter.From.Name : EventFilter.To.Name, $"a day, with {Against.Option.Name}", "none");
    }

    private static AnswerTable Shown(IncidentCountsAnswer answer)
    {
        var table = TallyTable.Of(answer.Rows.Length > 1 ? answer.Rows.Append(answer.Total) : answer.Rows);
        ImmutableArray<int> hidden = [.. Enum.GetValues<TallyDimension>().Where(d => !answer.By.Contains(d)).Select(d => (int)d)];
        var total = table.Rows.Length > 1 && answer.Rows.Length > 1 ? table.Rows.Length - 1 : -1;
        return new AnswerTable(table.Header, [.. table.Rows.Select((r, i) => (ImmutableArray<string>)[.. r.Select((c, at) =>
            hidden.Contains(at) || (i == total && at < 3) ? "" : c)])]) is var shown && total >= 0
            ? WithTotal(shown, (int)answer.By[0]).WithoutEmptyColumns() : shown.WithoutEmptyColumns();
    }

    private static AnswerTable WithTotal(AnswerTable table, int column) => table with { Rows = table.Rows.SetItem(table.Rows.Length - 1, table.Rows[^1].SetItem(column, "all")) };

    private static IEnumerable<string> Notes(IncidentCountsAnswer answer)
    {
        yield return "Events are what reports say, not findings; bounds are over what may lie in the days or outside. A sum may hold the single events, so they are never added.";
        if (answer.Against is not null)
        {
            yield return answer.Total.Change is null
                ? "The days compared differ in number, so that no change is told." : "More and fewer are said only where they hold wherever in the bounds the numbers are.";
        }

        yield return $"Parameters {answer.Parameters}.";
    }
}
