using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Verification;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>Which events of the queue are asked for.</summary>
/// <param name="Filter">By place, time, act and who says it.</param>
/// <param name="State">Only those that stand there; null for any.</param>
/// <param name="Assigned">Only what this person or team has; null for any.</param>
/// <param name="WithDone">Whether those are meant too that are closed or cannot be verified.</param>
/// <param name="Now">The instant at which deadlines are judged.</param>
internal sealed record QueueRequest(EventFilter Filter, VerificationState? State, string? Assigned, bool WithDone, Instant Now)
{
    private static readonly ActCode Compliance = new("compliance");

    public static readonly OptionInfo StateOption = new(
        "--state", "STATE", "only events that stand there: new, to_verify, assigned, visited, access_refused, verified, closed or not_verifiable");

    public static readonly OptionInfo AssignedOption = new("--assigned", "WHO", "only events that this person or team has");

    public static readonly OptionInfo All = OptionInfo.Flag("--all", "also events that are closed or cannot be verified");

    /// <summary>Reads the options.</summary>
    /// <exception cref="QueryException">One of them is wrong.</exception>
    public static QueueRequest Of(CaseView view, QueryArguments arguments) => new(
        EventFilter.Of(arguments, view.Known), arguments.Enum<VerificationState>(StateOption), arguments.Text(AssignedOption), arguments.Has(All),
        NowOf(view, arguments));

    /// <summary>The instant that was asked for; else that of the view; else that of the last step or question.</summary>
    public static Instant NowOf(CaseView view, QueryArguments arguments) => arguments.Text(CommonOptions.Now) is { } text
        ? QueryArguments.ReadInstant(arguments.NameOf(CommonOptions.Now), text)
        : view.Coordinates.KnownBy ?? LastOf(view.Known);

    /// <summary>Whether an event is asked for. A sum over events is none that anybody can go and see, and obligations tell of what was done as agreed.</summary>
    public bool Lets(IncidentWork work) =>
        !work.Incident.IsAggregate && !Compliance.Contains(work.Incident.Act) && (State is { } state ? work.Progress.State == state : WithDone || work.Progress.IsOpen)
        && (Assigned is not { } who || work.Progress.Assigned == who) && Filter.Lets(FilteredEvent.Of(work.Incident));

    private static Instant LastOf(Case known) =>
        known.Steps.Select(s => s.At).Concat(known.Queries.Select(q => q.Sent)).Concat(known.Replies.Select(r => r.Received)).DefaultIfEmpty(Instant.MinValue).Max();
}
