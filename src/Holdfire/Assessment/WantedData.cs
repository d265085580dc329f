using System.Collections.Immutable;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The shortest list of data that could settle a line.</summary>
internal static class WantedData
{
    /// <summary>
    /// The longest unwatched stretches, so that they are fewest: of the time before until enough of it is usable, then of the
    /// truce until both readings would agree if those stretches were quiet. Where a truce forbids acts on one kind of target
    /// and no claim names it, that kind alone is wanted. Empty where more data of the same hours would not settle the line.
    /// </summary>
    public static ImmutableArray<DataWanted> Of(
        LineSpec spec, LineCounts counts, DispersionEstimate? dispersion, VerdictTable table)
    {
        if (spec.Prohibition.Target is { } target && spec.Periods.During is { } during
            && !spec.Claims.Classes.Any(c => c.Class.Target == target))
        {
            return [Wanted(spec, during, "claims that name the kind of target: without it no number of hours settles the line")];
        }

        return [.. Before(spec, counts, table), .. Within(spec, counts, dispersion, table)];
    }

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
            yield return Wanted(spec, gap, "the time before, of which too few days are usable: claims or a declared watch");
        }
    }

    private static List<DataWanted> Within(
        LineSpec spec, LineCounts counts, DispersionEstimate? dispersion, VerdictTable table)
    {
        if (spec.Periods.During is not { } during)
        {
            return [];
        }

        var wanted = new List<DataWanted>();
        var left = counts.During;
        foreach (var gap in Gaps([during], counts.Coverage))
        {
            var days = gap.Duration.TotalDays;
            left = left with { Days = left.Days + days, UnwatchedDays = Math.Max(0, left.UnwatchedDays - days) };
            wanted.Add(Wanted(spec, gap, "the truce, of which nobody is known to have watched them: claims or a declared watch"));
            if (dispersion is not null && UnwatchedReadings.Of(counts.Baseline, left, dispersion, table).Agreed != Verdict.CannotSay)
            {
                return wanted;
            }
        }

        // Where the time before is too short, what the truce would show cannot be told yet.
        return dispersion is null || counts.Baseline.Days < table.MinimumBaselineDays ? wanted : [];
    }

    private static IEnumerable<Interval> Gaps(ImmutableArray<Interval> times, SourceCoverage coverage) =>
        times.SelectMany(t => Intervals.Subtract(t, coverage.Watched))
            .OrderByDescending(g => g.Duration).ThenBy(g => g.Start);

    private static DataWanted Wanted(LineSpec spec, Interval gap, string why) =>
        new(spec.Claims.Source.Id, spec.Act, gap, gap.Duration.TotalHours, why);
}
