using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>
/// A party's preferences by option prioritisation: of two states the better is the one in which the first statement that
/// differs is true; where none differs they are equal.
/// </summary>
/// <param name="Party">The party.</param>
/// <param name="Statements">The statements, the most important first; at most 64.</param>
public sealed record PartyPreferences(PartyId Party, ImmutableArray<PreferenceStatement> Statements);
