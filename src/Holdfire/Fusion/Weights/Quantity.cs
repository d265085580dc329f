using Holdfire.Model;

namespace Holdfire.Fusion;

/// <summary>A logarithm that a report states, as a normal distribution about the model's mean; variance 0: it says nothing.</summary>
/// <remarks>
/// Two-level normal model: true values vary about the mean with the spread, reports about the true value with their own
/// variance. The weight of several values for one true value is the ratio of their joint to their separate densities
/// (Gelman et al., Bayesian Data Analysis, 3rd edition, section 5.4).
/// </remarks>
internal readonly record struct Quantity
{
    private Quantity(double offset, double variance, double spread)
    {
        (Offset, Variance, LnVariance) = (offset, variance, Math.Log(variance));
        var whole = variance + (spread * spread);
        LnAlone = -0.5 * (Math.Log(whole) + (offset * offset / whole));
    }

    /// <summary>The value less the mean of all.</summary>
    public double Offset { get; }

    /// <summary>The variance of the statement.</summary>
    public double Variance { get; }

    /// <summary>The natural logarithm of that variance.</summary>
    public double LnVariance { get; }

    /// <summary>The log density of it alone, without the constant of the normal distribution.</summary>
    public double LnAlone { get; }

    public bool IsStated => Variance > 0;

    /// <summary>A count; "some" says nothing, "at least" little.</summary>
    public static Quantity OfCount(CountRange count, FusionParameters p, double bias) =>
        count is { Max: null, Min: <= 1 } or { Max: 0 }
            ? default
            : Of(
                Math.Log(Math.Max(count.Min, 0.5)), count.Max is { } max ? Math.Log(Math.Max(max, 0.5)) : null,
                p.CountMean + bias, p.CountSpread, p.CountError);

    /// <summary>Killed or injured, as ln(1 + number); not said is not zero.</summary>
    public static Quantity OfHarm(CountRange? harm, FusionParameters p) =>
        harm is not { } range ? default
            : Of(Math.Log(1.0 + range.Min), range.Max is { } max ? Math.Log(1.0 + max) : null, p.HarmMean, p.HarmSpread, p.HarmError);

    private static Quantity Of(double low, double? high, double mean, double spread, double error)
    {
        // Without an upper limit: as far above as true values commonly spread.
        var top = high ?? low + (2 * spread);
        return new Quantity(((low + top) / 2) - mean, (error * error) + ((top - low) * (top - low) / 12), spread);
    }
}
