using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>truces</c>: what was agreed, by whom, from when to when for each party.</summary>
public sealed record TrucesAnswer : QueryAnswer
{
    /// <summary>From truces of the view.</summary>
    public TrucesAnswer(CaseView view, ImmutableArray<Truce> truces)
        : base("holdfire/truces/1", view) =>
        (AsOf, Truces) = (view.Coordinates.KnownBy, [.. truces.Select(TruceAnswer.Of)]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The truces that were asked for, in the order of the case.</summary>
    public ImmutableArray<TruceAnswer> Truces { get; }
}
