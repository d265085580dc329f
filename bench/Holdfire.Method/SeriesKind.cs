namespace Holdfire.Method;

/// <summary>A kind of daily series and what it looks like on the days with data.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Days">Days with data.</param>
/// <param name="Mean">The mean of a day.</param>
/// <param name="Dispersion">The variance over the mean.</param>
/// <param name="Correlation">The correlation of a day with the next where both have data.</param>
internal sealed record SeriesKind(string Name, int Days, double Mean, double Dispersion, double Correlation);
