using System.Collections.Immutable;
using Holdfire.Views;

namespace Holdfire.Queries;

/// <summary>The answer to <c>queue show</c>: one event with all that was done about it.</summary>
public sealed record QueueShowAnswer : QueryAnswer
{
    /// <summary>From the event.</summary>
    internal QueueShowAnswer(
        CaseView view, QueueItemAnswer item, ImmutableArray<StepAnswer> steps, ImmutableArray<ProposedFindingAnswer> findings, ImmutableArray<PartyQueryAnswer> queries,
        ImmutableArray<PartyReplyAnswer> replies)
        : base("holdfire/queue-event/1", view) => (Item, Steps, Findings, Queries, Replies) = (item, steps, findings, queries, replies);

    /// <summary>The event and where its verification stands.</summary>
    public QueueItemAnswer Item { get; }

    /// <summary>All that was done, in the order of the record.</summary>
    public ImmutableArray<StepAnswer> Steps { get; }

    /// <summary>What was proposed to be found, the newest last.</summary>
    public ImmutableArray<ProposedFindingAnswer> Findings { get; }

    /// <summary>What parties were asked about its reports.</summary>
    public ImmutableArray<PartyQueryAnswer> Queries { get; }

    /// <summary>What parties said to its reports without being asked.</summary>
    public ImmutableArray<PartyReplyAnswer> Replies { get; }
}
