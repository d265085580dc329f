using System.Collections.Immutable;

namespace Holdfire.Assessment;

/// <summary>How the level moves and how units vary about it.</summary>
/// <param name="Discount">How much of what was known is still known a unit later, below 1.</param>
/// <param name="Pull">How far the level strays in the long run: its square deviation over its mean squared is one over this.</param>
/// <param name="Size">The size of a unit's own spread: its variance is its mean plus the mean squared over this.</param>
/// <param name="Growth">By how much the usual level grows a day, of its logarithm; 0 for none, negative where it falls.</param>
internal readonly record struct LevelParameters(double Discount, double Pull, double Size, double Growth = 0)
{
    private static readonly double[] Sizes = [1, 2, 4, 16, 1e6];

    /// <summary>All without growth that are weighed by how well they foretold each count of the past.</summary>
    public static readonly ImmutableArray<LevelParameters> Grid =
    [
        .. from discount in (double[])[0.8, 0.9, 0.95, 0.98]
           from pull in (double[])[1, 4, 16, 64]
           from size in Sizes
           select new LevelParameters(discount, pull, size),
    ];

    /// <summary>Those with growth: as many in all as without, so that before looking one is held as likely as the other.</summary>
    public static readonly ImmutableArray<LevelParameters> Growing =
    [
        .. from growth in (double[])[-0.03, -0.01, 0.01, 0.03]
           from discount in (double[])[0.8, 0.95]
           from pull in (double[])[4, 16]
           from size in Sizes
           select new LevelParameters(discount, pull, size, growth),
    ];
}
