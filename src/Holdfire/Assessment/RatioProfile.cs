using MathNet.Numerics.Distributions;

namespace Holdfire.Assessment;

/// <summary>The profile likelihood of the ratio of two rates, the days of both being negative binomial of one size.</summary>
/// <param name="During">The count during.</param>
/// <param name="Days">The days during.</param>
/// <param name="Before">The count before.</param>
/// <param name="BeforeDays">The days before.</param>
/// <param name="Size">The size of one day: its variance is its mean plus the mean's square over this.</param>
/// <remarks>
/// A sum of n such days of mean m is negative binomial of size n·Size and mean n·m. For a ratio r the rate before that
/// fits best is the positive root of r(b+d)m² − (D + Br − Size(dr+b))m − (D+B)Size = 0.
/// </remarks>
internal sealed record RatioProfile(double During, double Days, double Before, double BeforeDays, double Size)
{
    /// <summary>The ratio that fits best.</summary>
    public double Best => During / Days / (Before / BeforeDays);

    /// <summary>Twice the log-likelihood that the ratio lacks to the best one; about chi-squared with one degree.</summary>
    public double Distance(double ratio) => 2 * (LogLikelihood(Best, Before / BeforeDays) - LogLikelihood(ratio, RateBefore(ratio)));

    /// <summary>The ratio at which this few would be counted during with the probability given, the rate before as found.</summary>
    public double HighByTail(double tail)
    {
        // P(X <= x) is the regularised incomplete beta I(p; size, x + 1), p = size / (size + mean).
        var p = Beta.InvCDF(Days * Size, During + 1, tail);
        return Size * (1 - p) / p / (Before / BeforeDays);
    }

    /// <summary>The ratio at which this many would be counted. There must be a count.</summary>
    public double LowByTail(double tail)
    {
        var q = Beta.InvCDF(During, Days * Size, tail);
        return Size * q / (1 - q) / (Before / BeforeDays);
    }

    private double RateBefore(double ratio)
    {
        var square = ratio * (BeforeDays + Days);
        var linear = During + (Before * ratio) - (Size * ((Days * ratio) + BeforeDays));
        return (linear + Math.Sqrt((linear * linear) + (4 * square * (During + Before) * Size))) / (2 * square);
    }

    private double LogLikelihood(double ratio, double rate) =>
        OfDays(During, Days, rate * ratio) + OfDays(Before, BeforeDays, rate);

    private double OfDays(double count, double days, double rate) =>
        (count > 0 ? count * Math.Log(rate) : 0) - ((count + (days * Size)) * Math.Log(Size + rate));
}
