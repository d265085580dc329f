using System.Collections.Immutable;

namespace Holdfire.Bench;

/// <summary>A source of a generated case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">The side that it speaks for.</param>
/// <param name="Accused">The side that its claims are about.</param>
/// <param name="Zone">The zone of its times; both in use have no clock changes.</param>
/// <param name="AheadOfUtc">Minutes by which the zone is ahead of UTC.</param>
/// <param name="Acts">The acts that it reports, pairwise disjoint.</param>
internal sealed record SourceLayout(
    string Id, string Party, string Accused, string Zone, int AheadOfUtc, ImmutableArray<string> Acts);
