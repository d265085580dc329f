using System.Collections.Immutable;

namespace Holdfire.Acts;

/// <summary>The counterparts of another list's term among the acts.</summary>
/// <param name="Scheme">The other list.</param>
/// <param name="Term">Its term.</param>
/// <param name="Acts">The acts that fit; empty where there is none.</param>
/// <param name="Match">How they fit.</param>
/// <param name="Note">What to know about it; never blank where there is no counterpart.</param>
public sealed record ActsOfTerm(
    CodingScheme Scheme, string Term, ImmutableArray<ActCode> Acts, CrosswalkMatch Match, string Note);
