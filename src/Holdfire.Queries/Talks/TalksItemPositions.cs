using System.Collections.Immutable;

namespace Holdfire.Queries;

/// <summary>An item with the positions of the parties on it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Positions">The positions that stand.</param>
public sealed record TalksItemPositions(TalksItemAnswer Item, ImmutableArray<PositionAnswer> Positions);
