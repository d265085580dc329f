using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Time;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>obligations</c>: what truces ask of their parties, by when, and what became of it.</summary>
internal static class ObligationsQuery
{
    private static readonly OptionInfo From = CommonOptions.From("only what is due on or after this civil day in --tz; what has no date is left out and counted");
    private static readonly OptionInfo To = CommonOptions.To("only what is due by the end of this civil day in --tz; what has no date is left out and counted") with { Aliases = ["--due-by"] };
    private static readonly OptionInfo Claimant = CommonOptions.Claimant("only what a source of this party has told of");
    private static readonly OptionInfo Source = CommonOptions.Source("only what this source has told of");
    private static readonly OptionInfo Party = new("--party", "PARTY", "only what is asked of this party");

    public static readonly QueryInfo Info = new()
    {
        Name = "obligations",
        Help = "What truces ask of their parties, by when, and what the evidence shows of it: met, in part, due, overdue or unknown.",
        Examples = ["obligations --case cases/practice-valley --now 2032-06-01T00:00Z"],
        Options = [From, To, Party, Claimant, Source, CommonOptions.Now, CommonOptions.Zone],
        NotTaken =
        [
            new(["--actor"], "--party names who owes it; who did it is not asked"),
            new(["--area", "--near"], "an obligation holds wherever it is met"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("obligations",
    [
        "^as_of", "^now", "truce", "id", "party", "act", "text", "quantity_min=quantity.min", "quantity_max=quantity.max", "unit", "due", "state",
        "done_min=done.min", "done_max=done.max", "is_late", "evidence", "denials",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var zone = arguments.Zone(CommonOptions.Zone, view.Known);
        var party = arguments.Known(Party, view.Known.Parties.Select(p => p.Id));
        var days = EventFilter.DaysOf(arguments, view.Known);
        var told = ToldOf(arguments, view.Known);
        var now = arguments.Text(CommonOptions.Now) is { } text
            ? QueryArguments.ReadInstant(arguments.NameOf(CommonOptions.Now), text) : ObligationTime.Of(view);
        var asked = ObligationCheck.Of(view, now ?? Instant.MinValue)
            .Where(o => (party is not { } who || o.Obligation.Party == who) && told(o)).ToList();
        ImmutableArray<ObligationStatus> shown = [.. asked.Where(o => days is not { } span || (o.Due is { } due && due > Intervals.StartOf(span) && due <= Intervals.EndOf(span)))];
        var withoutDue = days is null ? 0 : asked.Count(o => o.Due is null);
        return new QueryResult(new ObligationsAnswer(view, now, shown, withoutDue), () => Table(shown, zone))
        {
            Csv = Csv, Notes = () => shown.IsEmpty && withoutDue == 0 ? [] : Notes(now, arguments.Has(CommonOptions.Zone) ? zone : null, withoutDue),
            Nothing = asked.Count > 0 ? "No obligation fits what was asked." : "No obligation beyond the halt itself is recorded.",
        };
    }

    private static Func<ObligationStatus, bool> ToldOf(QueryArguments arguments, Case @case)
    {
        if (EventFilter.SourcesOf(arguments, @case) is not { } sources)
        {
            return static _ => true;
        }

        var told = @case.Claimed.Where(r => sources.Contains(r.Source)).Select(r => r.Id).ToHashSet();
        return status => status.Evidence.Concat(status.Denials).Any(told.Contains);
    }

    private static AnswerTable Table(ImmutableArray<ObligationStatus> obligations, DateTimeZone zone) => new(
        ["truce", "id", "party", "what", "shown done", "due", "state", "evidence"],
        [
            .. obligations.Select(o => (ImmutableArray<string>)
            [
                o.Truce.Value, o.Obligation.Id, o.Obligation.Party.Value, o.Obligation.Text, Done(o),
                o.Due is { } due ? Texts.At(due, zone) : "not known", State(o), string.Join(", ", o.Evidence),
            ]),
        ]);

    private static string Done(ObligationStatus status) => status.Obligation.Quantity is { } asked
        ? $"{Texts.Of(status.Done)} of {Texts.Of(asked)} {status.Obligation.Unit.Value.Replace('_', ' ')}"
        : status.Done.Min > 0 ? "yes" : status.Done.Max is 0 ? "nothing" : "denied";

    private static string State(ObligationStatus status) =>
        Texts.Words(status.State) + (status.IsLate is true ? ", late" : "")
        + (status.Denials.IsEmpty ? "" : $"; denied by {string.Join(", ", status.Denials)}");

    private static IEnumerable<string> Notes(Instant? now, DateTimeZone? zone, int withoutDue)
    {
        yield return now is { } at ? $"States as of {Texts.Of(at, zone)}." : "States as of no time: nothing is overdue. Give --now.";
        yield return "Overdue: no evidence shows that all of it is done. That is no proof that it was not done.";
        if (withoutDue > 0)
        {
            yield return FormattableString.Invariant($"Left out, since no time is known by which it is due: {withoutDue}.");
        }
    }
}
