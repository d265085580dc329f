using System.Collections.Immutable;
using Holdfire.Talks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks deadlines</c>: threats, promises and proposals with an end.</summary>
public sealed record TalksDeadlinesAnswer : QueryAnswer
{
    /// <summary>From the deadlines.</summary>
    public TalksDeadlinesAnswer(CaseView view, ImmutableArray<TalksDeadline> deadlines)
        : base("holdfire/talks-deadlines/1", view) =>
        (AsOf, Deadlines) = (view.Coordinates.KnownBy, [.. deadlines.Select(d => DeadlineAnswer.Of(d, view.Known))]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The deadlines, in the order of the case.</summary>
    public ImmutableArray<DeadlineAnswer> Deadlines { get; }
}
