using MathNet.Numerics;

namespace Holdfire.Fusion;

/// <summary>The formulas of docs/fusion.md, section "The weight of a group", as natural logarithms.</summary>
internal static class EvidenceMath
{
    private const double Least = 1e-300;

    /// <summary>The integral over the true place of the product of the reports' densities, 1 km² the unit.</summary>
    public static double LnPlace(in Evidence e, TailTable tails)
    {
        var (x, y, z) = (e.PlaceX, e.PlaceY, e.PlaceZ);
        var squares = e.PlaceSquares - (((x * x) + (y * y) + (z * z)) / e.PlacePrecision);
        return tails.Ln(2 * (e.Number - 1), squares) - e.LnPlaceVariances - Math.Log(e.PlacePrecision);
    }

    /// <summary>
    /// The integral over the true time of the product of the reports' densities, 1 hour the unit: normal for times that are
    /// short beside their error, uniform with soft edges for windows.
    /// </summary>
    public static double LnTime(in Evidence e, TailTable tails)
    {
        var ln = 0.0;
        if (e.Times > 0)
        {
            var squares = e.TimeSquares - (e.TimeWeighted * e.TimeWeighted / e.TimePrecision);
            ln = tails.Ln(e.Times - 1, squares) - (0.5 * (e.LnTimeVariances + Math.Log(e.TimePrecision)));
        }

        return e.Windows > 0 ? ln - e.LnLengths + LnOverlap(e) : ln;
    }

    /// <summary>Log of the density of unrelated reports in place of all of these but one.</summary>
    public static double LnBackground(in Evidence e) => -e.LnDensities + (e.DensityWeighted / e.DensityWeight);

    // The length that all windows share, softened by the error of their ends (the mean of the positive part of a normal
    // variable), times the mean density there of the time that the reports without edges give.
    private static double LnOverlap(in Evidence e)
    {
        var soft = Math.Sqrt(2) * e.EdgeError;
        var length = Math.Min(e.Shortest, soft * PositivePart((e.EarliestEnd - e.LatestStart) / soft));
        if (e.Times == 0)
        {
            return Math.Log(Math.Max(length, Least));
        }

        var deviation = Math.Sqrt((1 / e.TimePrecision) + (e.EdgeError * e.EdgeError));
        var centre = (((e.LatestStart + e.EarliestEnd) / 2) - (e.TimeWeighted / e.TimePrecision)) / deviation;
        var half = length / 2 / deviation;
        var inside = half < 1e-3
            ? 2 * half * Math.Exp(-centre * centre / 2) / Math.Sqrt(2 * Math.PI)
            : Between(Math.Abs(centre) - half, Math.Abs(centre) + half);
        return Math.Log(Math.Max(inside, Least));
    }

    /// <summary>The mean of max(0, x + a standard normal variable).</summary>
    private static double PositivePart(double x) =>
        x > 8 ? x : (x * SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2) + (Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));

    private static double Between(double low, double high) =>
        (SpecialFunctions.Erfc(low / Math.Sqrt(2)) - SpecialFunctions.Erfc(high / Math.Sqrt(2))) / 2;
}
