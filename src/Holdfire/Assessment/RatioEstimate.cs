using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>The interval of a ratio of two rates of over-dispersed counts.</summary>
/// <remarks>
/// Counts are divided by the dispersion (quasi-likelihood) and compared by the conditional test for two Poisson rates:
/// given their sum, the count during is binomial, and its Clopper–Pearson interval gives that of the ratio. Proper at
/// zero: no count during gives a low end of 0 and a finite high end.
/// </remarks>
public static class RatioEstimate
{
    private const double Tail = 0.025;

    /// <summary>The 95 % interval over both extremes of the bounds, or null where a period has no day.</summary>
    /// <param name="evidence">Counts and days.</param>
    /// <param name="dispersion">The variance over the mean of daily counts, at least 1.</param>
    public static RatioInterval? Over(RateEvidence evidence, double dispersion)
    {
        if (!(evidence.BaseDays > 0 && evidence.DuringDays > 0))
        {
            return null;
        }

        var exposure = evidence.BaseDays / evidence.DuringDays;
        var low = evidence.BaseMax is { } baseMax ? Low(evidence.DuringMin / dispersion, baseMax / dispersion) : 0;
        var high = evidence.DuringMax is { } duringMax
            ? High(duringMax / dispersion, evidence.BaseMin / dispersion)
            : null;
        return new RatioInterval(low * exposure, high * exposure);
    }

    /// <summary>The low end of the ratio of two counts of equal exposure; the arguments may be fractions.</summary>
    public static double Low(double during, double before)
    {
        if (during <= 0)
        {
            return 0;
        }

        var share = Beta.InvCDF(during, before + 1, Tail);
        return share / (1 - share);
    }

    /// <summary>The high end of the ratio of two counts of equal exposure, or null where nothing came before.</summary>
    public static double? High(double during, double before)
    {
        if (before <= 0)
        {
            return null;
        }

        var share = Beta.InvCDF(during + 1, before, 1 - Tail);
        return share >= 1 ? null : share / (1 - share);
    }
}
