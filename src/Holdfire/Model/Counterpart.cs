using System.Collections.Immutable;
using Holdfire.Acts;

namespace Holdfire.Model;

/// <summary>The counterparts of a case's own code in another list.</summary>
/// <param name="Scheme">The other list.</param>
/// <param name="Terms">Its terms that fit; empty where there is none.</param>
/// <param name="Match">How they fit.</param>
/// <param name="Note">What to know about it, or empty.</param>
public sealed record Counterpart(CodingScheme Scheme, ImmutableArray<string> Terms, CrosswalkMatch Match, string Note);
