using System.Collections.Immutable;
using Holdfire.Coverage;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The shortest list of data that could settle a line.</summary>
internal static class WantedData
{
    private const int Most = 5;

    /// <summary>
    /// The longest unwatched stretches, so that they are fewest: of the time before until enough of it is usable, then of the
    /// truce, at most five of each. Where a truce forbids acts on one kind of target
    /// and no claim names it, that kind alone is wanted. Empty where more data of the same hours would not settle the line.
    /// </summary>
    public static ImmutableArray<DataWanted> Of(
        LineSpec spec, Periods periods, LineCounts counts, Judgement judgement, VerdictTable table)
    {
        if (spec.Prohibition.Target is { } target && periods.During is { } during
            && !spec.Claims.Classes.Any(c => c.Class.Target == target))
        {
            return [Wanted(spec, during, "claims that name the kind of target: without it no number of hours settles the line")];
        }

        return [.. Before(spec, periods, counts, judgement, table), .. Within(spec, periods, counts, judgement)];
    }

    private static IEnumerable<DataWanted> Before(
        LineSpec spec, Periods periods, LineCounts counts, Judgement judgement, VerdictTable table)
    {
        var missing = (table.MinimumBaselineDays - (judgement.Comparison?.UnitsBefore ?? counts.Baseline.Days)) * 24;
        foreach (var gap in Gaps(periods.Baseline, counts.Coverage).Take(Most))
        {
            if (missing <= 0)
            {
                yield break;
            }

            missing -= gap.Duration.TotalHours;
            yield return Wanted(spec, gap, "the time before, of which too few days are usable: claims or a declared watch");
        }
    }

    // Where both readings of the unknown units agree, more data of the same hours would not help.
    private static IEnumerable<DataWanted> Within(LineSpec spec, Periods periods, LineCounts counts, Judgement judgement) =>
        periods.During is not { } during || (judgement.Comparison is { } c && judgement.IfQuiet == Verdict.CannotSay && c.UnitsBefore >= UnitPeriods.Fewest)
            ? []
            : Gaps([during], counts.Coverage).Take(Most)
                .Select(gap => Wanted(spec, gap, "the truce, of which nobody is known to have watched them: claims or a declared watch"));

    private static IEnumerable<Interval> Gaps(ImmutableArray<Interval> times, SourceCoverage coverage) =>
        times.SelectMany(t => Intervals.Subtract(t, coverage.Watched))
            .OrderByDescending(g => g.Duration).ThenBy(g => g.Start);

    private static DataWanted Wanted(LineSpec spec, Interval gap, string why) =>
        new(spec.Claims.Source.Id, spec.Act, gap, gap.Duration.TotalHours, why);
}
