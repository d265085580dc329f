using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>obligations</c>: what truces ask of their parties, and what became of it.</summary>
public sealed record ObligationsAnswer : QueryAnswer
{
    /// <summary>From what became of them.</summary>
    public ObligationsAnswer(CaseView view, Instant? now, ImmutableArray<ObligationStatus> obligations, int withoutDue)
        : base("holdfire/obligations/1", view) =>
        (AsOf, Now, Obligations, WithoutDue) = (view.Coordinates.KnownBy, now, [.. obligations.Select(ObligationStatusAnswer.Of)], withoutDue);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The instant at which the states were judged; null where none was given and no report has an end: then nothing is overdue.</summary>
    public Instant? Now { get; }

    /// <summary>The obligations, in the order of the truces and within each of the case.</summary>
    public ImmutableArray<ObligationStatusAnswer> Obligations { get; }

    /// <summary>How many obligations were left out since no time is known by which they are due; 0 unless those due by a day were asked for.</summary>
    public int WithoutDue { get; }
}
