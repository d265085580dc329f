namespace Holdfire.Pages.Charts;

/// <summary>How numbers lie along the axis of a chart: in proportion, or by their logarithms where small ones would vanish.</summary>
/// <param name="Top">The number at its end, from 2.</param>
/// <param name="IsLogarithmic">Whether it goes by logarithms of the number and one.</param>
internal readonly record struct ValueAxis(double Top, bool IsLogarithmic)
{
    // With the bars as high as they are, what is below this share of the greatest is a line that nobody sees.
    private const double Vanishing = 50;

    /// <summary>The axis for these numbers.</summary>
    public static ValueAxis Of(IEnumerable<long> values, double top)
    {
        var least = values.Where(v => v > 0).DefaultIfEmpty(1).Min();
        return new ValueAxis(top, top > Vanishing * least);
    }

    /// <summary>How far along the axis a number lies, from 0 to 1.</summary>
    public double ShareOf(double value) => IsLogarithmic ? Math.Log(1 + value) / Math.Log(1 + Top) : value / Top;

    /// <summary>The numbers to name: nothing, half and all, or nothing, powers of ten and all.</summary>
    public IEnumerable<double> Ticks()
    {
        if (!IsLogarithmic)
        {
            return [0, Top / 2, Top];
        }

        var top = Top;
        var share = ShareOf;
        return [0, .. Enumerable.Range(0, 10).Select(p => Math.Pow(10, p)).Where(t => share(top) - share(t) > 0.15), top];
    }
}
