using Holdfire.Model;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Audit;

/// <summary>Hours of a claim's window that its side's sources covered in all of the claim's areas.</summary>
/// <param name="Hours">Hours in which a source was looking for the act.</param>
/// <param name="Uncovered">The rest of the window, in which none is known to have counted the act in the claim's measure and unit.</param>
internal sealed record SideCoverage(double Hours, IReadOnlyList<Interval> Uncovered)
{
    // Instants are exact to the nanosecond, so only the rounding of hours to doubles is allowed for.
    private const double Tiny = 1e-9;

    public double UncoveredHours => Uncovered.Sum(u => u.Duration.TotalHours);

    public bool IsComplete => UncoveredHours <= Tiny;

    public static SideCoverage Of(Claim claim, Interval window)
    {
        var looked = Uncover(claim, window, claim.Side, _ => true);
        var counting = claim.Side.Where(s => CountsAlike(claim, s)).ToList();
        var counted = Uncover(
            claim, window, counting, r => r.Measure == claim.Quantity.Measure && r.Unit == claim.Quantity.Unit);
        return new SideCoverage(window.Duration.TotalHours - looked.Sum(u => u.Duration.TotalHours), counted);
    }

    // A source that reports the act, but never as the claim counts it, is silent on such counts however long it watches.
    private static bool CountsAlike(Claim claim, Source source)
    {
        var silent = true;
        foreach (var report in claim.Index.ReportsOf([source]).Where(r => !r.Act.IsDisjointFrom(claim.Quantity.Act)))
        {
            if (report.Measure == claim.Quantity.Measure && report.Unit == claim.Quantity.Unit)
            {
                return true;
            }

            silent = false;
        }

        return silent;
    }

    private static IReadOnlyList<Interval> Uncover(
        Claim claim, Interval window, IReadOnlyList<Source> sources, Func<Report, bool> counts) =>
        claim.Areas.IsEmpty
            ? [window]
            : Intervals.Union(claim.Areas.SelectMany(area => Intervals.Subtract(
                window,
                sources.SelectMany(s => SourceCoverage.Of(
                    s, claim.Index.TouchingOf([s], window).Where(counts), claim.Quantity.Act, area, claim.Index.Case.Places).Watched))));
}
