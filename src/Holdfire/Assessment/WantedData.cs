using System.Collections.Immutable;
using Holdfire.Sources;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The shortest list of data that could settle a line.</summary>
internal static class WantedData
{
    private const int Most = 5;

    /// <summary>
    /// The longest unwatched stretches: of the time before until enough of it is usable, then of the truce until both
    /// readings would agree if those stretches were quiet; five at most of each.
    /// </summary>
    public static ImmutableArray<DataWanted> Of(
        LineSpec spec, LineCounts counts, DispersionEstimate? dispersion, VerdictTable table) =>
        [.. Before(spec, counts, table), .. Within(spec, counts, dispersion, table)];

    private static IEnumerable<DataWanted> Before(LineSpec spec, LineCounts counts, VerdictTable table)
    {
        var missing = (table.MinimumBaselineDays - counts.Baseline.Days) * 24;
        foreach (var gap in Gaps(spec.Periods.Baseline, counts.Coverage))
        {
            if (missing <= 0)
            {
                yield break;
            }

            missing -= gap.Duration.TotalHours;
            yield return Wanted(spec, gap, "claims, or a declared watch, for the time before: too few days of it are usable");
        }
    }

    private static IEnumerable<DataWanted> Within(
        LineSpec spec, LineCounts counts, DispersionEstimate? dispersion, VerdictTable table)
    {
        if (spec.Periods.During is not { } during)
        {
            yield break;
        }

        var left = counts.During;
        foreach (var gap in Gaps([during], counts.Coverage))
        {
            if (dispersion is not null
                && Readings.Of(counts.Baseline, left, dispersion, table).Agreed != Verdict.CannotSay)
            {
                yield break;
            }

            var days = gap.Duration.TotalDays;
            left = left with { Days = left.Days + days, UnwatchedDays = Math.Max(0, left.UnwatchedDays - days) };
            yield return Wanted(spec, gap, "claims, or a declared watch, for hours of the truce that nobody is known to have watched");
        }
    }

    private static IEnumerable<Interval> Gaps(ImmutableArray<Interval> times, Coverage coverage) =>
        times.SelectMany(t => Intervals.Subtract(t, coverage.Watched))
            .OrderByDescending(g => g.Duration).ThenBy(g => g.Start).Take(Most);

    private static DataWanted Wanted(LineSpec spec, Interval gap, string why) =>
        new(spec.Claims.Source.Id, spec.Act, gap, gap.Duration.TotalHours, why);
}
