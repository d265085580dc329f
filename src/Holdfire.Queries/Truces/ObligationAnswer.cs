using NodaTime;

namespace Holdfire.Queries;

/// <summary>Something that a truce asks of a party.</summary>
/// <param name="Party">The id of the party.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Deadline">By when; null where none is set.</param>
public sealed record ObligationAnswer(string Party, string Text, Instant? Deadline);
