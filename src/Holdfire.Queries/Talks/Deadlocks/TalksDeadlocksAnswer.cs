using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks deadlocks</c>: where the talks lock.</summary>
public sealed record TalksDeadlocksAnswer : QueryAnswer
{
    /// <summary>From both readings.</summary>
    internal TalksDeadlocksAnswer(CaseView view, IEnumerable<PartyId> actors, bool everyone, DeadlockAnalysis stated, DeadlockAnalysis inferred)
        : base("holdfire/talks-deadlocks/1", view)
    {
        AsOf = view.Coordinates.KnownBy;
        Actors = everyone ? null : [.. actors.Select(p => p.Value)];
        Readings = [DeadlockReadingAnswer.Of(stated, view.Known), DeadlockReadingAnswer.Of(inferred, view.Known)];
    }

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The ids of the parties whose preconditions counted; null for everyone's.</summary>
    public ImmutableArray<string>? Actors { get; }

    /// <summary>Two: by what was stated alone, and with what is inferred.</summary>
    public ImmutableArray<DeadlockReadingAnswer> Readings { get; }
}
