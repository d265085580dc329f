using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Verification;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>queue show</c>: one event with all that was done about it.</summary>
internal static class QueueShowQuery
{
    private static readonly OptionInfo Id = new("ID", "", "the id of an incident or of a report in it") { Kind = OptionKind.Position };

    public static readonly QueryInfo Info = new()
    {
        Name = "queue show",
        Page = "working-day.md",
        Help = "One event with each step of its verification, what was proposed and who approved it, what parties were asked and what they replied.",
        Examples = ["queue show B-4 --case cases/practice-valley --now 2032-05-05T00:00Z"],
        Options = [Id, CommonOptions.Now, CommonOptions.Zone, FusionChoice.Parameters],
        NotTaken =
        [
            new(["--claimant", "--actor", "--source", "--area", "--near", "--from", "--to"], "its id names the one event that is shown"),
        ],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("steps", ["incident=^item.incident", "state=^item.state", "id", "report", "kind", "by", "at", "to", "due", "standard", "actor", "of", "text"]);

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (id, now, zone) = (arguments.Required(Id), QueueRequest.NowOf(view, arguments), arguments.Zone(CommonOptions.Zone, view.Known));
        var found = QueueQuery.WorkOf(view, arguments, work).Work.Events
            .FirstOrDefault(e => e.Incident.Id.Value == id || e.Incident.Reports.Any(r => r.Id.Value == id || IncidentIdOf(r) == id))
            ?? throw new QueryException(QueryErrorCodes.UnknownValue, Id.Name, "the id of an incident, as 'holdfire queue' prints it, or of a report", $"'{id}'");
        var reports = found.Incident.Reports.Select(r => r.Id).ToHashSet();
        ImmutableArray<AskedQuery> asked = [.. AskedQuery.In(view.Known).Where(q => q.Query.Reports.Any(reports.Contains))];
        ImmutableArray<PartyReply> unasked = [.. view.Known.Replies.Where(r => r.Query.Length == 0 && r.Reports.Any(reports.Contains))];
        var answer = new QueueShowAnswer(
            view, QueueItemAnswer.Of(found, asked.Count(q => q.Replies.IsEmpty), now), [.. found.Progress.Steps.Select(StepAnswer.From)],
            [.. found.Progress.Findings.Select(ProposedFindingAnswer.From)], [.. asked.Select(q => PartyQueryAnswer.Of(q, now, zone))], [.. unasked.Select(PartyReplyAnswer.Of)]);
        return new QueryResult(answer, () => Table(found.Progress.Steps, zone))
        {
            Csv = Csv,
            Lead = () => [Lead(answer.Item, zone)],
            Notes = () => Notes(answer, zone),
            Nothing = $"{answer.Item.Incident}: nothing was done about it yet.",
        };
    }

    private static string IncidentIdOf(Report report) => Holdfire.Fusion.IncidentId.Of(report.Id).Value;

    private static string Lead(QueueItemAnswer item, DateTimeZone zone) =>
        $"{item.Incident}: {Texts.Words(item.State)}" + (item.Assigned is { } who ? $", with {who}" : "")
        + (item.Due is { } due ? $", by {Texts.At(due, zone)}{(item.Overdue ? ", overdue" : "")}" : "") + $". Reports: {string.Join(", ", item.Reports)}.";

    private static AnswerTable Table(ImmutableArray<VerificationStep> steps, DateTimeZone zone) => new AnswerTable(
        ["step", "what", "by", "at", "to", "due", "finding", "of", "words"],
        [
            .. steps.Select(s => (ImmutableArray<string>)
            [
                s.Id, Texts.Words(s.Kind), s.By, Texts.At(s.At, zone), s.To, s.Due is { } due ? Texts.At(due, zone) : "",
                s.Standard is { } standard ? Texts.Words(standard) + (s.Actor is { } actor ? $", by {actor}" : "") : "", s.Of, s.Text,
            ]),
        ]).WithoutEmptyColumns();

    private static IEnumerable<string> Notes(QueueShowAnswer answer, DateTimeZone zone) =>
    [
        .. answer.Findings.Select(f => $"{f.Id}: {QueueWords.Of(f)}."),
        .. answer.Queries.Select(q => $"{q.Id}, to {q.Party}, sent {Texts.At(q.Sent, zone)}: {q.Text} {PartyQueryWords.State(q)}"),
        .. answer.Queries.SelectMany(q => q.Replies).Concat(answer.Replies).Select(r => $"{r.Id}, {r.Party} says, {Texts.At(r.Received, zone)}: {r.Text}"),
    ];
}
