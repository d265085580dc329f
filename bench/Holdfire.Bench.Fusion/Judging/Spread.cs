using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Holdfire.Bench.Fusion.Judging;

/// <summary>A mean over seeds with its 95 % interval by Student's t; half width not a number for a single seed.</summary>
internal readonly record struct Spread(double Mean, double Half)
{
    public static Spread Of(IReadOnlyCollection<double> values) => new(
        values.Mean(),
        values.Count < 2 ? double.NaN
            : StudentT.InvCDF(0, 1, values.Count - 1, 0.975) * values.StandardDeviation() / Math.Sqrt(values.Count));

    public override string ToString() => double.IsNaN(Half)
        ? Mean.ToString("0.000", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Mean:0.000} ± {Half:0.000}");
}
