using System.Collections.Immutable;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>truces</c>: what was agreed, by whom, from when to when for each party.</summary>
public sealed record TrucesAnswer : QueryAnswer
{
    /// <summary>From what the view knows.</summary>
    public TrucesAnswer(CaseView view)
        : base("holdfire/truces/1", view) =>
        (AsOf, Truces) = (view.Coordinates.KnownBy, [.. view.Known.Truces.Select(TruceAnswer.Of)]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The truces, in the order of the case.</summary>
    public ImmutableArray<TruceAnswer> Truces { get; }
}
