using System.Collections.Immutable;
using Holdfire.Cases;
using Holdfire.Counts;
using Holdfire.Sources;
using Holdfire.Terms;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The bounds that a line needs, counted in one query.</summary>
internal sealed record LineCounts(
    ClaimedPeriod Baseline, ClaimedPeriod WithAnnounced, ClaimedPeriod During, ClaimedPeriod? After, ImmutableArray<DayCount> Series,
    ImmutableArray<DayCount> Hourly, Coverage Coverage)
{
    private static readonly Duration ShortTruce = Duration.FromDays(4);

    /// <summary>Counts for a line.</summary>
    public static LineCounts Of(Case @case, LineSpec spec, Instant? asOf)
    {
        var (source, periods) = (spec.Claims.Source, spec.Periods);
        var side = source.Party ?? spec.Claims.Actor;
        var lined = @case with { Sources = [source with { Party = side }], Reports = spec.Claims.Reports };
        var coverage = Coverage.Of(source, Coverage.Watching(source, spec.Claims.Reports, @case), spec.Act, null, @case.Places);
        ImmutableArray<Interval> during = periods.During is { } d ? [d] : [];
        ImmutableArray<Interval> after = periods.After is { } a ? [a] : [];
        var hours = HoursOf(spec, periods.During);
        ImmutableArray<Interval> windows =
            [.. periods.Baseline, .. periods.WithAnnounced, .. during, .. after, .. periods.Days, .. hours];
        var target = spec.OutsideTerms ? null : spec.Prohibition.Target;
        var rows = windows.IsEmpty
            ? []
            : Counter.Count(lined, new CountQuery(side, source.Id, null, spec.Act, spec.Measure, windows, asOf, target, spec.Unit));
        var at = 0;
        var (baseline, announced) = (Next(periods.Baseline.Length), Next(periods.WithAnnounced.Length));
        var (inTruce, afterwards) = (Next(during.Length), Next(after.Length));
        var days = Next(periods.Days.Length);
        return new LineCounts(
            Sum(baseline, days), Sum(announced, days), Sum(inTruce, days), after.IsEmpty ? null : Sum(afterwards, days), Bins(days),
            Bins(Next(hours.Length)), coverage);

        ImmutableArray<CountRow> Next(int count)
        {
            at += count;
            return rows.IsEmpty ? [] : rows.Slice(at - count, count);
        }
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

    private static ClaimedPeriod Sum(ImmutableArray<CountRow> rows, ImmutableArray<CountRow> days)
    {
        var watched = rows.Sum(r => r.Coverage.Yes) / 24;
        var withData = days.Where(d => d.Coverage.Yes > 0 || d.Reports > 0)
            .Sum(d => rows.Sum(r => Intervals.Intersect(d.Window, r.Window) is { } part ? part.Duration / d.Window.Duration : 0));
        return new ClaimedPeriod(
            rows.Sum(r => r.Min), rows.All(r => r.Max is not null) ? rows.Sum(r => r.Max ?? 0) : null, watched,
            Math.Max(watched, withData), rows.Sum(r => r.Coverage.No + r.Coverage.Unknown) / 24);
    }

    private static ImmutableArray<DayCount> Bins(ImmutableArray<CountRow> rows) =>
        [.. rows.Select(r => new DayCount(r.Window, r.Min, r.Max, r.Coverage))];
}
