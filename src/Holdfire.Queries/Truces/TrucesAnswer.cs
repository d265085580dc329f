using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Holdfire.Model;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>truces</c>: what was agreed, by whom, from when to when for each party.</summary>
public sealed record TrucesAnswer : QueryAnswer
{
    /// <summary>From truces of the view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="truces">The truces that were asked for.</param>
    /// <param name="now">The instant at which it is said what is in force; null where none is given.</param>
    public TrucesAnswer(CaseView view, ImmutableArray<Truce> truces, Instant? now)
        : base("holdfire/truces/1", view) =>
        (AsOf, Now, Truces) = (view.Coordinates.KnownBy, now, [.. truces.Select(t => TruceAnswer.Of(t, now))]);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The instant at which <c>state</c> was judged; left out, with every <c>state</c>, where none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? Now { get; }

    /// <summary>The truces that were asked for, in the order of the case.</summary>
    public ImmutableArray<TruceAnswer> Truces { get; }
}
