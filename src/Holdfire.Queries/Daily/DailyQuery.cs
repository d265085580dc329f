using Holdfire.Model;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary><c>daily</c>: one day on one page.</summary>
internal static class DailyQuery
{
    private static readonly OptionInfo Date = new("--date", "DATE", "the day; it ends at the cut-off of the case (daily in case.yaml), or at midnight in its zone") { Required = true };

    private static readonly OptionInfo AgainstDay = new("--against", "yesterday|last-week", "compare with the day before, or the same day a week before") { Default = "yesterday" };

    public static readonly QueryInfo Info = new()
    {
        Name = "daily",
        Page = "daily.md",
        Help = "One day on a page: truces in force, events by area, alleged actor and act, killed and injured, what is new, who was watching, what is to be verified and what is due.",
        Examples =
        [
            "daily --case cases/practice-valley --date 2032-05-02",
            "daily --case cases/practice-line --date 2031-03-12 --against last-week --format html",
        ],
        Options = [Date, AgainstDay, RulesChoice.Rules, FusionChoice.Parameters],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source", "--area", "--near"], "a daily report is of all events of its day; incidents counts takes it"),
            new(["--from", "--to"], "--date names its day"),
            new(["--tz"], "its day ends at the cut-off of the case, in the zone of that"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("events",
    [
        "^date", "area", "area_name", "actor", "act", "events_min=now.events.min", "events_max=now.events.max", "sums=now.sums", "then_min=then.events.min", "then_max=then.events.max", "change",
        "number_measure=now.numbers.measure", "number_unit=now.numbers.unit", "number_min=now.numbers.min", "number_max=now.numbers.max",
        "harm_kind=now.harm.kind", "harm_of=now.harm.of", "harm_min=now.harm.min", "harm_max=now.harm.max", "^parameters",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var date = arguments.Date(Date)!.Value;
        var other = arguments.Text(AgainstDay) switch
        {
            "yesterday" => date.PlusDays(-1),
            "last-week" => date.PlusDays(-7),
            var text => throw new QueryException(QueryErrorCodes.UnknownValue, arguments.NameOf(AgainstDay), "yesterday or last-week", $"'{text}'"),
        };
        var day = new DailyReport(view, view.Known.Daily ?? DailyCutOff.MidnightIn(view.Known.Zone), date, other, RulesChoice.Of(arguments), FusionChoice.Of(view, arguments), work);
        var answer = day.Answer();
        return new QueryResult(answer, () => DailyText.Table(answer))
        {
            Lead = () => DailyText.Lead(answer),
            Notes = () => DailyText.Notes(answer),
            Csv = Csv,
        };
    }
}
