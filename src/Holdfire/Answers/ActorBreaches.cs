using Holdfire.Model;

namespace Holdfire.Answers;

/// <summary>What one actor is said to have done under the terms of a truce.</summary>
/// <param name="Actor">The actor, as alleged; null where reports name nobody, or do not agree: then either side may have acted.</param>
/// <param name="Tally">The numbers.</param>
public sealed record ActorBreaches(PartyId? Actor, BreachTally Tally);
