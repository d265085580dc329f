using System.Collections.Immutable;

namespace Holdfire.Assessment;

/// <summary>How the level moves and how units vary about it.</summary>
/// <param name="Discount">How much of what was known is still known a unit later, below 1.</param>
/// <param name="Pull">How far the level strays in the long run: its square deviation over its mean squared is one over this.</param>
/// <param name="Size">The size of a unit's own spread: its variance is its mean plus the mean squared over this.</param>
internal readonly record struct LevelParameters(double Discount, double Pull, double Size)
{
    /// <summary>All that are weighed by how well they foretold each count of the past.</summary>
    public static readonly ImmutableArray<LevelParameters> Grid =
    [
        .. from discount in (double[])[0.8, 0.9, 0.95, 0.98]
           from pull in (double[])[1, 4, 16, 64]
           from size in (double[])[1, 2, 4, 16, 1e6]
           select new LevelParameters(discount, pull, size),
    ];
}
