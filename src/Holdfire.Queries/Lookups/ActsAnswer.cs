using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>What a look-up of acts and targets found: <c>holdfire/acts/1</c>.</summary>
/// <param name="Asked">The word as asked; null for all.</param>
/// <param name="Codes">Acts and kinds of targets with the word in their code, their name or what another list calls them.</param>
/// <param name="Nearest">Where there is none: the nearest codes.</param>
public sealed record ActsAnswer(string? Asked, ImmutableArray<ActFoundAnswer> Codes, ImmutableArray<string> Nearest) : QueryAnswer("holdfire/acts/1");
