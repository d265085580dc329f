namespace Holdfire.Assessment;

/// <summary>The usual level of a series that grows or falls, by unit.</summary>
/// <remarks>
/// It is exponential in time over the past, flat before it, and goes on after it ever more slowly: what grows by a tenth a day
/// does not do so for months (the damped trend of Gardner and McKenzie 1985).
/// </remarks>
/// <param name="First">The first unit of the past.</param>
/// <param name="Last">The last.</param>
/// <param name="Level">The level at the last.</param>
/// <param name="Growth">The growth of a unit, of its logarithm.</param>
/// <param name="Damping">How much of the growth is left a unit later.</param>
internal readonly record struct Trend(int First, int Last, double Level, double Growth, double Damping)
{
    private const double DampingPerDay = 0.95;

    /// <summary>The level at a unit.</summary>
    public double At(int number) => Growth == 0 ? Level
        : number <= Last ? Level * Math.Exp(Growth * (Math.Max(First, number) - Last))
        : Level * Math.Exp(Growth * Damping * (1 - Math.Pow(Damping, number - Last)) / (1 - Damping));

    /// <summary>One level throughout.</summary>
    public static Trend None(double level) => new(0, 0, level, 0, 1);

    /// <summary>The trend of a past, which must have a unit, at a growth.</summary>
    /// <param name="past">The units.</param>
    /// <param name="growthPerDay">The growth a day.</param>
    /// <param name="days">How many days a unit has.</param>
    public static Trend Of(ReadOnlySpan<UnitPoint> past, double growthPerDay, int days)
    {
        var (count, exposure, growth, last) = (0.0, 0.0, growthPerDay * days, past[^1].Number);
        foreach (var unit in past)
        {
            count += unit.Count;
            exposure += unit.Exposure * Math.Exp(growth * (unit.Number - last));
        }

        return new Trend(past[0].Number, last, (count + 0.5) / (exposure + 1), growth, Math.Pow(DampingPerDay, days));
    }
}
