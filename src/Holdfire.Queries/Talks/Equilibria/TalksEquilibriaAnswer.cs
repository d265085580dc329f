using System.Collections.Immutable;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Queries;

/// <summary>The answer to <c>talks equilibria</c>: which outcomes of analysts' models would last. Models are judgements, not findings.</summary>
public sealed record TalksEquilibriaAnswer : QueryAnswer
{
    /// <summary>From the models.</summary>
    public TalksEquilibriaAnswer(CaseView view, ImmutableArray<ModelAnswer> models)
        : base("holdfire/talks-equilibria/1", view) => (AsOf, Models) = (view.Coordinates.KnownBy, models);

    /// <summary>The instant by which sources had published what was used; null for everything.</summary>
    public Instant? AsOf { get; }

    /// <summary>The models, in the order of the case.</summary>
    public ImmutableArray<ModelAnswer> Models { get; }
}
