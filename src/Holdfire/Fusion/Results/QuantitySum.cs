namespace Holdfire.Fusion;

/// <summary>Several quantities that are said to be one; see <see cref="Quantity"/>.</summary>
internal struct QuantitySum
{
    private int number;
    private double precision, weighted, squares, lnVariances, lnAlone;

    public void Add(in Quantity quantity)
    {
        if (!quantity.IsStated)
        {
            return;
        }

        var p = 1 / quantity.Variance;
        number++;
        precision += p;
        weighted += p * quantity.Offset;
        squares += p * quantity.Offset * quantity.Offset;
        lnVariances += quantity.LnVariance;
        lnAlone += quantity.LnAlone;
    }

    /// <summary>The natural logarithm of the joint over the separate densities; 0 for fewer than two.</summary>
    public readonly double Ln(double spread)
    {
        if (number < 2)
        {
            return 0;
        }

        var variance = spread * spread;
        var shrink = 1 + (variance * precision);
        return (-0.5 * (lnVariances + Math.Log(shrink) + squares - (weighted * weighted * variance / shrink))) - lnAlone;
    }
}
