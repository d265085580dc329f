using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>
/// One way to bring an item about: all that it needs. An item with several ways is brought about by any of them; one with
/// none needs nothing but its preconditions.
/// </summary>
public sealed record ItemWay : TalksEntry
{
    /// <summary>What is brought about.</summary>
    public required ItemId Item { get; init; }

    /// <summary>What this way needs; all of it.</summary>
    public required ImmutableArray<ItemId> Needs { get; init; }
}
