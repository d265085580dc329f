using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Talks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks deadlines</c>: threats, promises and proposals with an end.</summary>
public sealed record TalksDeadlinesAnswer : QueryAnswer
{
    /// <summary>From the deadlines.</summary>
    public TalksDeadlinesAnswer(CaseView view, Instant? now, ImmutableArray<TalksDeadline> deadlines)
        : base("holdfire/talks-deadlines/1", view) =>
        (AsOf, Now, Deadlines) = (view.Coordinates.KnownBy, now, [.. deadlines.Select(d => DeadlineAnswer.Of(d, view.Known))]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The instant at which deadlines were judged; left out where none was given: then that of the view, or of the last statement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? Now { get; }

    /// <summary>The deadlines, in the order of the case.</summary>
    public ImmutableArray<DeadlineAnswer> Deadlines { get; }
}
