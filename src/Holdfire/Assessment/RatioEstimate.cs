using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>The interval of a ratio of two rates of over-dispersed counts.</summary>
/// <remarks>
/// Where daily counts vary no more than independent events, the conditional test of two Poisson rates gives it: given
/// their sum the count during is binomial, with its Clopper–Pearson interval. Where they vary more, the days are negative
/// binomial with one size, taken from the days of both, and the interval holds the ratios that the profile likelihood does
/// not reject (Venzon and Moolgavkar 1988), at the F rather than the chi-squared limit since the size is an estimate. No
/// end is nearer than the exact tail of the count during puts it, which matters where that count is small. Both are proper
/// at zero: no count during gives a low end of 0 and a finite high end.
/// </remarks>
public static class RatioEstimate
{
    private const double Tail = 0.025;
    private const double Widest = 1e6;
    private const int Halvings = 60;

    /// <summary>Variance over mean from which days are more than independent events.</summary>
    private const double Independent = 1.0001;

    /// <summary>The 95 % interval over both extremes of the bounds, or null where a period has no day.</summary>
    /// <param name="evidence">Counts and days.</param>
    /// <param name="dispersion">How much daily counts vary.</param>
    public static RatioInterval? Over(RateEvidence evidence, DispersionEstimate dispersion)
    {
        var (before, days) = (evidence.BaseDays, evidence.DuringDays);
        if (!(before > 0 && days > 0))
        {
            return null;
        }

        var low = evidence.BaseMax is { } baseMax ? Low(evidence.DuringMin, days, baseMax, before, dispersion) : 0;
        var high = evidence.DuringMax is { } duringMax ? High(duringMax, days, evidence.BaseMin, before, dispersion) : null;
        return new RatioInterval(low, high);
    }

    /// <summary>The low end: 0 where nothing was counted during.</summary>
    /// <param name="during">The count during; it may be a fraction.</param>
    /// <param name="days">The days during.</param>
    /// <param name="before">The count before.</param>
    /// <param name="beforeDays">The days before.</param>
    /// <param name="dispersion">As for <see cref="Over"/>.</param>
    public static double Low(double during, double days, double before, double beforeDays, DispersionEstimate dispersion)
    {
        if (during <= 0)
        {
            return 0;
        }

        if (SizeOf(before, beforeDays, days, dispersion) is { } size)
        {
            var profile = new RatioProfile(during, days, before, beforeDays, size);
            var limit = Rejected(dispersion);
            return profile.Distance(1 / Widest) <= limit
                ? 0
                : Math.Min(profile.LowByTail(Tail), EndOf(profile, limit, profile.Best, 1 / Widest));
        }

        var share = Beta.InvCDF(during, before + 1, Tail);
        return share / (1 - share) * beforeDays / days;
    }

    /// <summary>The high end, or null where nothing was counted before or no ratio is too great. Arguments as for <see cref="Low"/>.</summary>
    public static double? High(double during, double days, double before, double beforeDays, DispersionEstimate dispersion)
    {
        if (before <= 0)
        {
            return null;
        }

        if (SizeOf(before, beforeDays, days, dispersion) is { } size)
        {
            var profile = new RatioProfile(during, days, before, beforeDays, size);
            var limit = Rejected(dispersion);
            return profile.Distance(Widest) <= limit
                ? null
                : Math.Max(profile.HighByTail(Tail), EndOf(profile, limit, Math.Max(profile.Best, 1 / Widest), Widest));
        }

        var share = Beta.InvCDF(during + 1, before, 1 - Tail);
        return share >= 1 ? null : share / (1 - share) * beforeDays / days;
    }

    /// <summary>The size of a day's negative binomial with this mean and dispersion, or null where it is as good as Poisson.</summary>
    internal static double? SizeOf(double before, double beforeDays, double days, DispersionEstimate dispersion) =>
        before > 0 && dispersion.Carried(days) is > Independent and var carried ? before / beforeDays / (carried - 1) : null;

    // Halved until the doubles tell no more apart: a search that asks for an exactness fails where the likelihood, of a great
    // size, is rounded more than that.
    private static double EndOf(RatioProfile profile, double limit, double kept, double rejected)
    {
        var (inner, outer) = (Math.Log(kept), Math.Log(rejected));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (inner + outer) / 2;
            (inner, outer) = profile.Distance(Math.Exp(middle)) <= limit ? (middle, outer) : (inner, middle);
        }

        return Math.Exp(outer);
    }

    private static double Rejected(DispersionEstimate dispersion) =>
        FisherSnedecor.InvCDF(1, dispersion.Freedom, 1 - (2 * Tail));
}
