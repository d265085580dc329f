using System.Collections.Immutable;

namespace Holdfire.Acts;

/// <summary>The counterparts of an act in another list.</summary>
/// <param name="Act">The act.</param>
/// <param name="Scheme">The other list.</param>
/// <param name="Terms">Its terms that fit; empty where there is none.</param>
/// <param name="Match">How they fit.</param>
/// <param name="Note">What to know about it; never blank where there is no counterpart.</param>
public sealed record TermsOfAct(
    ActCode Act, CodingScheme Scheme, ImmutableArray<string> Terms, CrosswalkMatch Match, string Note);
