using System.Collections.Immutable;
using Holdfire.Counts;
using Holdfire.Coverage;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The bounds that a line needs, counted in one query.</summary>
internal sealed record LineCounts(
    ClaimedPeriod Baseline, ClaimedPeriod WithAnnounced, ClaimedPeriod During, ClaimedPeriod? After, ImmutableArray<DayCount> Series,
    ImmutableArray<DayCount> Hourly, SourceCoverage Coverage)
{
    private static readonly Duration ShortTruce = Duration.FromDays(4);

    /// <summary>Counts for a line.</summary>
    /// <param name="case">The case.</param>
    /// <param name="spec">The line.</param>
    /// <param name="periods">The times that are compared.</param>
    /// <param name="near">The claims of the line that touch them.</param>
    /// <param name="coverage">When the source was looking.</param>
    public static LineCounts Of(Case @case, LineSpec spec, Periods periods, Claims near, SourceCoverage coverage)
    {
        var source = spec.Claims.Source;
        var target = spec.OutsideTerms ? null : spec.Prohibition.Target;
        var query = new CountQuery(
            source.Party, source.Id, null, spec.Act, spec.Measure, [], target, spec.Unit);
        var counts = new SourceCounts(near.Table, near.Places, near.ReportOf, query, @case.Places);
        var days = Bins(periods.Days);
        return new LineCounts(
            Sum(Bins(periods.Baseline), days), Sum(Bins(periods.WithAnnounced), days), Sum(Bins(Optional(periods.During)), days),
            periods.After is { } after ? Sum(Bins([after]), days) : null, Counts(days),
            Counts(Bins(HoursOf(spec, periods.During))), coverage);

        ImmutableArray<(DayCount Count, int Reports)> Bins(ImmutableArray<Interval> windows) =>
            [.. windows.Select(w => counts.In(w) is var (min, max, reports) ? (new DayCount(w, min, max, coverage.Within(w)), reports) : default)];
    }

    private static ImmutableArray<Interval> HoursOf(LineSpec spec, Interval? during)
    {
        if (spec.OutsideTerms || during is not { } truce || truce.Duration >= ShortTruce)
        {
            return [];
        }

        var hour = Duration.FromHours(1);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(truce.Duration.TotalHours))
            .Select(i => truce.Start + (hour * i))
            .Select(start => new Interval(start, Instant.Min(start + hour, truce.End)))];
    }

    private static ClaimedPeriod Sum(
        ImmutableArray<(DayCount Count, int Reports)> rows, ImmutableArray<(DayCount Count, int Reports)> days)
    {
        var watched = rows.Sum(r => r.Count.Coverage.Yes) / 24;
        var withData = days.Where(d => d.Count.Coverage.Yes > 0 || d.Reports > 0).Select(d => d.Count.Window)
            .Sum(d => rows.Sum(r => Intervals.Intersect(d, r.Count.Window) is { } part ? part.Duration / d.Duration : 0));
        return new ClaimedPeriod(
            rows.Sum(r => r.Count.Min), rows.All(r => r.Count.Max is not null) ? rows.Sum(r => r.Count.Max ?? 0) : null, watched,
            Math.Max(watched, withData), rows.Sum(r => r.Count.Coverage.No + r.Count.Coverage.Unknown) / 24);
    }

    private static ImmutableArray<Interval> Optional(Interval? time) => time is { } t ? [t] : [];

    private static ImmutableArray<DayCount> Counts(ImmutableArray<(DayCount Count, int Reports)> rows) =>
        [.. rows.Select(r => r.Count)];
}
