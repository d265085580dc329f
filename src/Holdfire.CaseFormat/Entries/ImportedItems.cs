using System.Collections.Immutable;

namespace Holdfire.CaseFormat.Entries;

/// <summary>What an import into a record came to.</summary>
/// <param name="Added">Items entered.</param>
/// <param name="Corrected">Items that the record held with another content.</param>
/// <param name="Present">Items that it held as they are.</param>
/// <param name="Missing">Items that it holds and that were not among those imported.</param>
/// <param name="Withdrawn">How many of these were withdrawn.</param>
public sealed record ImportedItems(int Added, int Corrected, int Present, int Missing, int Withdrawn)
{
    /// <summary>Items left out, since other submitters hold their ids.</summary>
    public int LeftOut { get; init; }

    /// <summary>Of those entered or corrected, how many are sealed, by audience label.</summary>
    public ImmutableSortedDictionary<string, int> Sealed { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
