using NodaTime;

namespace Holdfire.Model;

/// <summary>Something that a truce asks of a party by a time.</summary>
/// <param name="Party">Who.</param>
/// <param name="Text">What, in words of our own.</param>
/// <param name="Deadline">By when, or null where none is set.</param>
public sealed record Obligation(PartyId Party, string Text, Instant? Deadline);
