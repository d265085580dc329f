using Holdfire.Assessment;

namespace Holdfire.Method;

/// <summary>A kind of daily series and what it looks like on the days with data.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Days">Days with data.</param>
/// <param name="Mean">The mean of a day.</param>
/// <param name="Dispersion">The variance over the mean.</param>
/// <param name="Correlation">The correlation of a day with the next where both have data.</param>
internal sealed record SeriesKind(string Name, int Days, double Mean, double Dispersion, double Correlation)
{
    // So many days that what is estimated from them is as good as known.
    private const int Endless = 1_000_001;

    /// <summary>The spread of the days as nobody can know it: that which they were drawn with.</summary>
    public DispersionEstimate Known => new(Dispersion, Correlation, Dispersion, Endless);

    /// <summary>A source of such series for a truce of so many days; the same gives the same.</summary>
    public SyntheticSeries Source(int days) => new(Mean, Dispersion, Correlation, 20250318 + days);
}
