using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Verification;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>query list</c>: what parties were asked, since when, and what they replied.</summary>
internal static class PartyQueriesQuery
{
    private static readonly OptionInfo Party = new("--party", "PARTY", "only what this party was asked");
    private static readonly OptionInfo State = new("--state", "STATE", "only questions that are waiting, overdue or answered");
    private static readonly OptionInfo From = CommonOptions.From("only what was sent on or after this civil day in --tz");
    private static readonly OptionInfo To = CommonOptions.To("only what was sent by the end of this civil day in --tz");
    private static readonly OptionInfo Source = CommonOptions.Source("only questions about a report of this source");
    private static readonly OptionInfo Claimant = CommonOptions.Claimant("only questions about a report of a source of this party");

    public static readonly QueryInfo Info = new()
    {
        Name = "query list",
        Page = "working-day.md",
        Help = "What parties were asked about claims: sent when, due when, answered or not, and how many days they let wait.",
        Examples = ["query list --case cases/practice-valley --now 2032-05-12T00:00Z"],
        Options = [Party, State, Claimant, Source, From, To, CommonOptions.Now, CommonOptions.Zone],
        NotTaken =
        [
            new(["--actor"], "--party names who was asked"),
            new(["--area", "--near"], "a question is about reports; 'holdfire queue' finds events by place and says how many replies each waits for"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("queries.replies",
    [
        "^^now", "query=^id", "party=^party", "reports=^reports", "text=^text", "sent=^sent", "due=^due", "by=^by", "state=^state", "answered_at=^answered_at",
        "days_waited=^days_waited", "reply=id", "reply_received=received", "reply_text=text", "reply_statement=statement",
    ]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (now, zone) = (QueueRequest.NowOf(view, arguments), arguments.Zone(CommonOptions.Zone, view.Known));
        var (party, state, days) = (arguments.Known(Party, view.Known.Parties.Select(p => p.Id)), arguments.Enum<QueryState>(State), EventFilter.DaysOf(arguments, view.Known));
        var about = AboutOf(arguments, view.Known);
        ImmutableArray<PartyQueryAnswer> shown =
        [
            .. AskedQuery.In(view.Known).Where(q => (party is not { } who || q.Query.Party == who) && (state is not { } wanted || q.StateAt(now) == wanted)
                    && (days is not { } span || span.Contains(q.Query.Sent)) && q.Query.Reports.Any(about))
                .OrderBy(q => q.Query.Sent).ThenBy(q => q.Query.Id, StringComparer.Ordinal).Select(q => PartyQueryAnswer.Of(q, now, zone)),
        ];
        ImmutableArray<PartyReplyAnswer> unasked = state is not null ? [] :
        [
            .. view.Known.Replies.Where(r => r.Query.Length == 0 && (party is not { } who || r.Party == who)
                    && (days is not { } span || span.Contains(r.Received)) && r.Reports.Any(about))
                .OrderBy(r => r.Received).ThenBy(r => r.Id, StringComparer.Ordinal).Select(PartyReplyAnswer.Of),
        ];
        return new QueryResult(new PartyQueriesAnswer(view, now, shown, unasked), () => Table(shown, zone))
        {
            Csv = Csv,
            Notes = () => [.. Replies(shown, unasked, zone), .. shown.IsEmpty ? Enumerable.Empty<string>() : [$"Days and deadlines as of {Texts.At(now, zone)}."]],
            Nothing = "No question to a party fits what was asked.",
        };
    }

    private static Func<ReportId, bool> AboutOf(QueryArguments arguments, Case known)
    {
        if (EventFilter.SourcesOf(arguments, known) is not { } sources)
        {
            return static _ => true;
        }

        var of = known.Claimed.Where(r => sources.Contains(r.Source)).Select(r => r.Id).ToHashSet();
        return of.Contains;
    }

    private static AnswerTable Table(ImmutableArray<PartyQueryAnswer> queries, DateTimeZone zone) => new AnswerTable(
        ["query", "party", "about", "question", "sent", "due", "state", "days waited"],
        [
            .. queries.Select(q => (ImmutableArray<string>)
            [
                q.Id, q.Party, string.Join(" ", q.Reports), q.Text, Texts.At(q.Sent, zone), q.Due is { } due ? Texts.At(due, zone) : "", Texts.Words(q.State),
                q.DaysWaited.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ]),
        ]).WithoutEmptyColumns();

    private static IEnumerable<string> Replies(ImmutableArray<PartyQueryAnswer> queries, ImmutableArray<PartyReplyAnswer> unasked, DateTimeZone zone) =>
        queries.SelectMany(q => q.Replies).Concat(unasked).Select(r =>
            $"{r.Id}, {r.Party} says{(r.Query is { } query ? $" to {query}" : $", unasked, to {string.Join(", ", r.Reports)}")}, {Texts.At(r.Received, zone)}: {r.Text}");
}
