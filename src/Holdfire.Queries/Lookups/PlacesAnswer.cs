using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>What a look-up of places found: <c>holdfire/places/1</c>.</summary>
/// <param name="Asked">The name, code or point as asked.</param>
/// <param name="CountryAsked">The country that was looked in; null for all.</param>
/// <param name="Areas">Areas of this code or name; of a point, the region whose generalised outline holds it.</param>
/// <param name="Towns">Towns of this name, the largest first; of a point, the nearest.</param>
/// <param name="Nearest">Where nothing is called so: the nearest names of areas.</param>
public sealed record PlacesAnswer(
    string Asked, string? CountryAsked, ImmutableArray<AreaFoundAnswer> Areas, ImmutableArray<TownFoundAnswer> Towns, ImmutableArray<string> Nearest)
    : QueryAnswer("holdfire/places/1");
