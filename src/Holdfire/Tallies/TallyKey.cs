using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Tallies;

/// <summary>What the events of one tally have in common. An event has one key, so that tallies of different keys share none.</summary>
/// <param name="Area">The smallest known area that surely holds it; null where none does, or areas are not told apart.</param>
/// <param name="Actor">The one party that reports name; null where they name none or do not agree, or actors are not told apart.</param>
/// <param name="Act">The act; null where acts are not told apart.</param>
public sealed record TallyKey(AreaCode? Area, PartyId? Actor, ActCode? Act);
