using System.Collections.Immutable;

namespace Holdfire.Importers;

/// <summary>What became of the records of a file. Those read are the sum of all others.</summary>
/// <param name="Added">Went in.</param>
/// <param name="Already">Were held as they are.</param>
/// <param name="Updated">Took the place of what their source said before.</param>
/// <param name="Withdrawn">Took back what their source said before.</param>
/// <param name="LeftOut">Were left out, by reason.</param>
/// <param name="Rejected">Were not taken, since something is wrong with them.</param>
public sealed record ImportCounts(
    int Added, int Already, int Updated, int Withdrawn, ImmutableSortedDictionary<string, int> LeftOut, int Rejected)
{
    /// <summary>Nothing.</summary>
    public static ImportCounts None { get; } = new(0, 0, 0, 0, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), 0);

    /// <summary>How many were read.</summary>
    public int Read => Added + Already + Updated + Withdrawn + LeftOut.Values.Sum() + Rejected;
}
