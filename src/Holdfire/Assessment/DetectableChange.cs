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
    /// <param name="dispersion">As the interval has it, at least 1.</param>
    public static double? Ratio(double baseCount, double baseDays, double duringDays, double dispersion)
    {
        if (!(baseCount > 0 && baseDays > 0 && duringDays > 0))
        {
            return null;
        }

        var expected = baseCount / baseDays * duringDays;
        if (GreatestShown(baseCount, baseDays / duringDays, dispersion, expected) is not { } greatest)
        {
            return null;
        }

        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (AtMost(greatest, middle * expected, dispersion) >= Power)
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

    private static long? GreatestShown(double baseCount, double exposure, double dispersion, double expected)
    {
        bool Shows(long count) =>
            RatioEstimate.High(count / dispersion, baseCount / dispersion) is { } high && high * exposure < 1;
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

    private static double AtMost(long count, double mean, double dispersion) =>
        mean <= 0 ? 1
        : dispersion < 1.0001 ? Poisson.CDF(mean, count)
        : NegativeBinomial.CDF(mean / (dispersion - 1), 1 / dispersion, count);
}
