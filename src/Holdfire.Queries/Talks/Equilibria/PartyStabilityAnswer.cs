using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>How stable a state is for one party.</summary>
/// <param name="Party">The id of the party.</param>
/// <param name="Surely">The senses in which it is stable however its unknown preferences are read.</param>
/// <param name="Possibly">The senses in which it is stable for some reading.</param>
public sealed record PartyStabilityAnswer(string Party, ImmutableArray<string> Surely, ImmutableArray<string> Possibly);
