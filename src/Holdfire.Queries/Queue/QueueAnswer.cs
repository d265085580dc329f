using System.Collections.Immutable;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>queue</c>: the events that somebody has to look at.</summary>
public sealed record QueueAnswer : QueryAnswer
{
    /// <summary>From the events.</summary>
    internal QueueAnswer(
        CaseView view, string parameters, Instant now, ImmutableArray<QueueItemAnswer> queue, ImmutableArray<StepAnswer> loose, ImmutableArray<CrowdedAnswer>? tooMany)
        : base("holdfire/queue/1", view) => (Parameters, Now, Queue, LooseSteps, TooMany) = (parameters, now, queue, loose, tooMany);

    /// <summary>The version of the parameters of the fusion.</summary>
    public string Parameters { get; }

    /// <summary>The instant at which deadlines were judged.</summary>
    public Instant Now { get; }

    /// <summary>The events: what is due first stands first, then in the order of their times.</summary>
    public ImmutableArray<QueueItemAnswer> Queue { get; }

    /// <summary>Steps that are about no event now, since their reports are in none.</summary>
    public ImmutableArray<StepAnswer> LooseSteps { get; }

    /// <summary>Reports that are too many to tell apart, which are in no event; null where there are none.</summary>
    public ImmutableArray<CrowdedAnswer>? TooMany { get; }
}
