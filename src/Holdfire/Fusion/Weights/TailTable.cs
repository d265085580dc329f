using MathNet.Numerics;

namespace Holdfire.Fusion;

/// <summary>
/// The log density of Student's multivariate t distribution with unit scale, by its dimensions (Kotz and Nadarajah,
/// Multivariate t Distributions and Their Applications, 2004, equation 1.1): normal errors whose common scale is not known.
/// </summary>
internal sealed class TailTable
{
    private const int Kept = 64;
    private readonly double freedom;
    private readonly double[] constant;

    public TailTable(double freedom)
    {
        this.freedom = freedom;
        constant = [.. Enumerable.Range(0, Kept).Select(Constant)];
    }

    /// <summary>The log density at a sum of squares over the scale.</summary>
    public double Ln(int dimensions, double squares) =>
        dimensions == 0 ? 0
        : (dimensions < Kept ? constant[dimensions] : Constant(dimensions))
            - ((freedom + dimensions) / 2 * Math.Log(1 + (Math.Max(0, squares) / freedom)));

    private double Constant(int dimensions) =>
        SpecialFunctions.GammaLn((freedom + dimensions) / 2) - SpecialFunctions.GammaLn(freedom / 2)
            - (dimensions / 2.0 * Math.Log(freedom * Math.PI));
}
