using System.Collections.Immutable;

namespace Holdfire.Assessment;

/// <summary>The truce against what would have come without it.</summary>
internal sealed class UnitComparison
{
    // An interval costs many hundred values of a distribution and is asked for by verdict, reasons and tables.
    private readonly Lazy<RatioInterval> ifQuiet;
    private readonly Lazy<RatioInterval> ifAsBefore;

    private UnitComparison()
    {
        ifQuiet = new Lazy<RatioInterval>(() => IntervalOf(0));
        ifAsBefore = new Lazy<RatioInterval>(() => Missing == 0 ? IfQuiet : IntervalOf(Missing));
    }

    /// <summary>Units before.</summary>
    public required int UnitsBefore { get; init; }

    /// <summary>Their counts and how much of them was watched.</summary>
    public required UnitSum Before { get; init; }

    /// <summary>Units of the truce.</summary>
    public required int UnitsDuring { get; init; }

    /// <summary>Their counts; watched is how much of them the forecast is for, those of which nothing is known among it.</summary>
    public required UnitSum During { get; init; }

    /// <summary>How many would have come without a truce.</summary>
    public required Forecast Forecast { get; init; }

    /// <summary>The same if a trend may go on; null where the time before more likely than not has none.</summary>
    public required Forecast? IfTrend { get; init; }

    /// <summary>How many of them in units of which nothing is known.</summary>
    public required double Missing { get; init; }

    /// <summary>How many units of the truce nothing is known of.</summary>
    public required int Unknown { get; init; }

    /// <summary>How well the model foretold earlier windows.</summary>
    public required Placebos Placebos { get; init; }

    /// <summary>The variance over the mean of the next unit.</summary>
    public required double Dispersion { get; init; }

    /// <summary>The interval if the unknown units were quiet.</summary>
    public RatioInterval IfQuiet => ifQuiet.Value;

    /// <summary>The interval if they were as foretold.</summary>
    public RatioInterval IfAsBefore => ifAsBefore.Value;

    /// <summary>What was counted over what would have come, if the unknown units were quiet.</summary>
    public double Point => During.Middle / Forecast.Mean;

    /// <summary>The same if they were as foretold.</summary>
    public double PointIfAsBefore => (During.Middle + Missing) / Forecast.Mean;

    /// <summary>The rate during over the rate before, nothing else: infinite where none was counted before.</summary>
    public double Plain => PlainOf(0);

    /// <summary>The same if the unknown units were as foretold.</summary>
    public double PlainIfAsBefore => PlainOf(Missing);

    /// <summary>How often without a change a count as far off would come.</summary>
    public double Chance => Placebos.Chance(Forecast.Rank(During.Middle));

    private double PlainOf(double missing) =>
        (During.Middle + missing) / During.Watched / (Before.Middle / Before.Watched);

    /// <summary>The greatest ratio below 1 that would most likely (80 %) have given an interval below 1; null for none.</summary>
    public double? Detectable()
    {
        const double Power = 0.8;
        var tail = Placebos.HighTail;
        if (Forecast.AtMost(0, 1) > tail)
        {
            return null;
        }

        var (low, high) = (0.0, Math.Ceiling(Forecast.Mean) + 1);
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            (low, high) = Forecast.AtMost(middle, 1) <= tail ? (middle, high) : (low, middle);
        }

        return Forecast.High(low, Power) is { } ratio && ratio < 1 ? ratio : null;
    }

    // Bounds of the counts: the low end takes the least during and the most before. A trend may go on or not: the ends hold both.
    private RatioInterval IntervalOf(double missing)
    {
        double Scale(double end) => Before.Middle > 0 ? end / Before.Middle : 1;
        var (least, most) = (During.Low + missing, During.High + missing);
        var (low, high) = (Forecast.Low(least, Placebos.LowTail), Before.Low > 0 || Before.Middle == 0 ? Forecast.High(most, Placebos.HighTail) : null);
        if (IfTrend is { } trend)
        {
            (low, high) = (Math.Min(low, trend.Low(least, Placebos.LowTail)), high is { } a && trend.High(most, Placebos.HighTail) is { } b ? Math.Max(a, b) : null);
        }

        (low, high) = (low / Scale(Before.High), high / Scale(Before.Low));
        return new RatioInterval(double.IsNaN(low) ? 0 : low, high);
    }

    /// <summary>The comparison of a series; null where there is no unit before or within.</summary>
    /// <param name="series">The series.</param>
    /// <param name="baseline">The units of the rate before.</param>
    /// <param name="past">The units that the model learns from.</param>
    /// <param name="all">All earlier units, for the windows; null where none are wanted.</param>
    /// <param name="periods">The periods.</param>
    /// <param name="part">What was counted of a truce in which no unit lies whole, and in how much of a unit; null where one does.</param>
    /// <param name="placebos">The windows of another comparison, which hold for this one too; null for its own.</param>
    public static UnitComparison? Of(
        UnitSeries series, ImmutableArray<int> baseline, ImmutableArray<int> past, ImmutableArray<int>? all, UnitPeriods periods, (int First, UnitSum Sum)? part,
        Placebos? placebos = null)
    {
        var units = periods.During;
        if (baseline.IsEmpty || past.IsEmpty || (part is null ? units.IsEmpty : part is { Sum.Watched: <= 0 }))
        {
            return null;
        }

        var points = Points(series, past, periods.IsRegular);
        var fit = LevelFit.Of(points, series.Grid.Days);
        var (first, exposures, known) = part is { } p
            ? (p.First, [p.Sum.Watched], [p.Sum.Watched])
            : (series.First + units[0],
                units.Select(i => series.IsUsable(i) ? series.Exposure[i] : 1).ToArray(), units.Select(i => series.Exposure[i]).ToArray());
        var forecast = Forecast.Of(fit, points, first, exposures, trend: false);
        var unknown = part is null ? units.Count(i => !series.IsUsable(i)) : 0;
        var missing = unknown == 0 ? 0 : forecast.Mean - Forecast.Of(fit, points, first, known, trend: false).Mean;
        var during = part?.Sum ?? UnitSum.Of(series, units, regular: true);
        var one = Forecast.Of(fit, points, first, [1.0], trend: false, meanIsKnown: true);
        return new UnitComparison
        {
            UnitsBefore = baseline.Length, Before = UnitSum.Of(series, baseline, periods.IsRegular),
            UnitsDuring = units.Length, During = during with { Watched = exposures.Sum() },
            Forecast = forecast, IfTrend = fit.HasTrend ? Forecast.Of(fit, points, first, exposures, trend: true) : null, Missing = missing, Unknown = unknown,
            Placebos = placebos ?? Placebos.Of(
                fit, all is { } a ? Points(series, a, periods.IsRegular) : [], exposures.Length, forecast.Rank(during.Middle)),
            Dispersion = 1 + one.Parts.Sum(x => x.Weight * x.Mean / x.Size),
        };
    }

    /// <summary>Units as the model takes them.</summary>
    internal static UnitPoint[] Points(UnitSeries series, ImmutableArray<int> units, bool regular) =>
        [.. units.Select(i => new UnitPoint(series.First + i, series.Middle(i), series.IsUsable(i) ? series.Exposure[i] : regular ? 1 : 0))];
}
