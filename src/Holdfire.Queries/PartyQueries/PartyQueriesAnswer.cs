using System.Collections.Immutable;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>query list</c>: what parties were asked, and what they replied.</summary>
public sealed record PartyQueriesAnswer : QueryAnswer
{
    /// <summary>From the questions.</summary>
    internal PartyQueriesAnswer(CaseView view, Instant now, ImmutableArray<PartyQueryAnswer> queries, ImmutableArray<PartyReplyAnswer> unasked)
        : base("holdfire/queries/1", view) => (Now, Queries, Unasked) = (now, queries, unasked);

    /// <summary>The instant at which deadlines were judged, and up to which days were counted.</summary>
    public Instant Now { get; }

    /// <summary>The questions, in the order in which they were sent.</summary>
    public ImmutableArray<PartyQueryAnswer> Queries { get; }

    /// <summary>What parties said to claims without being asked, in the order in which it came in.</summary>
    public ImmutableArray<PartyReplyAnswer> Unasked { get; }
}
