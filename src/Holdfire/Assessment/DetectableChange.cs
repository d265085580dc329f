using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>What change the data could have shown at all.</summary>
public static class DetectableChange
{
    private const double Power = 0.8;

    /// <summary>
    /// The greatest ratio below 1 that would have given an interval wholly below 1 with 80 % power, the rate before taken
    /// as found; null where not even a full stop would have.
    /// </summary>
    /// <param name="baseCount">The count before.</param>
    /// <param name="baseDays">Usable days before.</param>
    /// <param name="duringDays">Days watched during.</param>
    /// <param name="dispersion">How much daily counts vary.</param>
    public static double? Ratio(double baseCount, double baseDays, double duringDays, DispersionEstimate dispersion)
    {
        if (!(baseCount > 0 && baseDays > 0 && duringDays > 0))
        {
            return null;
        }

        var expected = baseCount / baseDays * duringDays;
        if (GreatestShown(baseCount, baseDays, duringDays, dispersion, expected) is not { } greatest)
        {
            return null;
        }

        var size = RatioEstimate.SizeOf(baseCount, baseDays, duringDays, dispersion) * duringDays;
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (AtMost(greatest, middle * expected, size) >= Power)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static long? GreatestShown(
        double baseCount, double baseDays, double duringDays, DispersionEstimate dispersion, double expected)
    {
        bool Shows(long count) => RatioEstimate.High(count, duringDays, baseCount, baseDays, dispersion) < 1;
        if (!Shows(0))
        {
            return null;
        }

        var (low, high) = (0L, (long)Math.Ceiling(expected) + 1);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Shows(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    // Fewer events of days of one size also vary less: the size stays, the mean falls.
    private static double AtMost(long count, double mean, double? size) =>
        mean <= 0 ? 1
        : size is { } s ? NegativeBinomial.CDF(s, s / (s + mean), count)
        : Poisson.CDF(mean, count);
}
