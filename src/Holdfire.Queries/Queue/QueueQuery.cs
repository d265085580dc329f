using System.Collections.Immutable;
using Holdfire.Time;
using Holdfire.Verification;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary><c>queue</c>: which events somebody has to look at, who has them, and by when.</summary>
internal static class QueueQuery
{
    public static readonly QueryInfo Info = new()
    {
        Name = "queue",
        Page = "working-day.md",
        Help = "Which events are new, to be verified, given to somebody, visited or verified: who has each, by when, and what was proposed to be found.",
        Examples = ["queue --case cases/practice-valley --now 2032-05-05T00:00Z", "queue --case cases/practice-valley --state assigned --now 2032-05-05T00:00Z"],
        Options =
        [
            .. EventFilter.Options, QueueRequest.StateOption, QueueRequest.AssignedOption, QueueRequest.All, CommonOptions.Now, FusionChoice.Parameters,
        ],
        Conflicts = [new(QueueRequest.StateOption, QueueRequest.All, "a state says which are meant")],
        Run = Run,
    };

    private static readonly CsvShape Csv = new("queue",
    [
        "^now", "incident", "state", "assigned", "due", "overdue", "act", "actors", "from", "to", "areas", "lat", "lon", "radius_km", "reports", "probability",
        "contested", "steps", "last_step", "finding_standard=finding.standard", "finding_actor=finding.actor", "finding_approval=finding.approval", "queries_waiting",
    ]);

    /// <summary>The events of a view with what was done about each, and the version of the parameters.</summary>
    internal static (WorkQueue Work, FusedReports Fused) WorkOf(CaseView view, QueryArguments arguments, Work work)
    {
        var fused = FusionChoice.Fused(view, arguments, work);
        return (WorkQueue.Of(view.Known, [.. fused.Result.Incidents(view.Known.Places)]), fused);
    }

    private static QueryResult Run(CaseView view, QueryArguments arguments, Work work)
    {
        var (request, zone) = (QueueRequest.Of(view, arguments), arguments.Zone(CommonOptions.Zone, view.Known));
        var (queue, fused) = WorkOf(view, arguments, work);
        var waiting = AskedQuery.In(view.Known).Where(q => q.Replies.IsEmpty).SelectMany(q => q.Query.Reports).CountBy(r => r).ToDictionary();
        ImmutableArray<QueueItemAnswer> shown =
        [
            .. queue.Events.Where(request.Lets).OrderBy(e => e.Progress.Due ?? Instant.MaxValue).ThenBy(e => Intervals.StartOf(e.Incident.Window))
                .ThenBy(e => e.Incident.Id.Value, StringComparer.Ordinal)
                .Select(e => QueueItemAnswer.Of(e, e.Incident.Reports.Sum(r => waiting.GetValueOrDefault(r.Id)), request.Now)),
        ];
        var answer = new QueueAnswer(
            view, fused.Input.Parameters.Version, request.Now, shown, [.. queue.Loose.Select(StepAnswer.From)], CrowdedAnswer.Of(fused.Result.Crowded));
        return new QueryResult(answer, () => Table(shown, zone))
        {
            Csv = Csv,
            Notes = () => [.. Notes(answer, zone), .. CrowdedAnswer.Notes(fused.Result.Crowded)],
            Nothing = "No event fits what was asked. Those that are closed or cannot be verified are shown with --all.",
        };
    }

    private static AnswerTable Table(ImmutableArray<QueueItemAnswer> queue, DateTimeZone zone) => new AnswerTable(
        ["incident", "state", "due", "when", "what", "alleged actor", "proposed"],
        [
            .. queue.Take(IncidentTable.MostRows).Select(q => (ImmutableArray<string>)
            [
                q.Incident, string.Join(", ", Told(Texts.Words(q.State), q.Assigned, q.QueriesWaiting > 0 ? $"{QueueWords.Count(q.QueriesWaiting, "reply", "replies")} awaited" : null)),
                q.Due is { } due ? Texts.At(due, zone) + (q.Overdue ? ", overdue" : "") : "", q.From is { } from ? Texts.At(from, zone) : "unknown",
                string.Join(", ", Told(q.Act, string.Join(" ", q.Areas))), string.Join(" ", q.Actors), q.Finding is { } finding ? QueueWords.Of(finding) : "",
            ]),
        ]).WithoutEmptyColumns();

    private static IEnumerable<string> Told(params string?[] parts) => parts.OfType<string>().Where(p => p.Length > 0);

    private static IEnumerable<string> Notes(QueueAnswer answer, DateTimeZone zone)
    {
        if (answer.Queue.Any(q => q.Due is not null))
        {
            yield return $"Deadlines as of {Texts.At(answer.Now, zone)}.";
        }

        if (answer.Queue.Any(q => q.Finding?.Approval == FindingApproval.OneHand))
        {
            yield return "\"By one hand\": two people by name, and nothing shows that there were two, since one submitter entered both.";
        }

        if (answer.Queue.Count(q => q.Contested) is > 0 and var contested)
        {
            yield return $"{QueueWords.Count(contested, "event", "events")} may be grouped otherwise: 'holdfire incidents show ID' shows the odds, 'holdfire incidents pin' settles it.";
        }

        if (!answer.LooseSteps.IsEmpty)
        {
            yield return $"{QueueWords.Count(answer.LooseSteps.Length, "step", "steps")} of no event now, since the report named is in none: {string.Join(", ", answer.LooseSteps.Select(s => s.Id))}.";
        }
    }
}
