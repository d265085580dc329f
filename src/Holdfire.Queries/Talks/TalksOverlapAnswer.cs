using System.Collections.Immutable;
using Holdfire.Talks;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks overlap</c>: what the sides have in common.</summary>
public sealed record TalksOverlapAnswer : QueryAnswer
{
    /// <summary>From the items.</summary>
    public TalksOverlapAnswer(CaseView view, ImmutableArray<Overlap> items)
        : base("holdfire/talks-overlap/1", view) => (AsOf, Items) = (view.Coordinates.KnownBy, [.. items.Select(OverlapAnswer.Of)]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The items, in the order of the case.</summary>
    public ImmutableArray<OverlapAnswer> Items { get; }
}
