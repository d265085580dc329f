using Holdfire.Coverage;
using Holdfire.Places;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The same acts where the truce held for nobody, as the same source counts them: shown beside the answer, never part of a verdict.</summary>
/// <remarks>A war that moves elsewhere rises there, so a ratio of the two says more than the truce did: it is for a reader to judge.</remarks>
/// <param name="Counted">How many were counted there in the whole units of the truce.</param>
/// <param name="Expected">How many were to be expected there, from the time before.</param>
/// <param name="Size">The one over the other.</param>
/// <param name="Ratio">Its 95 % interval.</param>
/// <param name="Against">What was counted under the truce over what was to be expected, over the same here; null where there is none.</param>
public sealed record Control(double Counted, double Expected, double Size, RatioInterval Ratio, double? Against)
{
    internal static Control? Of(LineSpec spec, SourceCoverage coverage, Instant from, Instant to, Interval? during, Instant announced, UnitComparison? under, Gazetteer places)
    {
        if (spec.Control is not { } elsewhere || during is null)
        {
            return null;
        }

        var series = UnitSeries.Of(elsewhere, coverage, from, to, places);
        var units = UnitPeriods.Of(series, spec.When.Start, during, announced, []);
        if (units.Baseline.Length < UnitPeriods.Fewest
            || UnitComparison.Of(series, units.Baseline, UnitPeriods.Recent(series, units.Past, spec.When.Start), units.Past, units, null) is not { Before.Middle: > 0 } there)
        {
            return null;
        }

        return new Control(there.During.Middle, there.Forecast.Mean, there.Point, there.IfQuiet, under is { } u && there.Point > 0 ? u.Point / there.Point : null);
    }
}
