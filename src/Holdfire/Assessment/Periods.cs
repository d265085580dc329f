using System.Collections.Immutable;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Assessment;

/// <summary>The times that are compared for one party and one truce.</summary>
/// <param name="Baseline">Before, in order, without the excluded days.</param>
/// <param name="WithAnnounced">The same with the days between announcement and start left in.</param>
/// <param name="During">The truce, or null where none of it was known yet.</param>
/// <param name="After">After, or null where there is no day after.</param>
/// <param name="Days">All civil days from the first before to the last after.</param>
/// <param name="Excluded">Civil days that other truces took from the time before.</param>
/// <param name="Announced">Civil days between announcement and start.</param>
internal sealed record Periods(
    ImmutableArray<Interval> Baseline, ImmutableArray<Interval> WithAnnounced, Interval? During, Interval? After,
    ImmutableArray<Interval> Days, int Excluded, int Announced)
{
    /// <summary>The times of a truce, with others that forbid the same left out.</summary>
    /// <param name="truce">The truce.</param>
    /// <param name="inForce">When it bound whoever may have acted, or was meant to.</param>
    /// <param name="bound">The times about that, which are neither before nor after.</param>
    /// <param name="others">When other truces forbade the party the same.</param>
    /// <param name="dataEnd">The end of the data, or what was known by then.</param>
    /// <param name="knownBy">The instant of the view; null for everything.</param>
    /// <param name="options">How many days.</param>
    public static Periods Of(
        Truce truce, Interval inForce, BoundTime bound, ImmutableArray<Interval> others, Instant dataEnd, Instant? knownBy, AssessmentOptions options)
    {
        var zone = DateTimeZoneProviders.Tzdb[truce.Zone];
        var start = inForce.Start;
        var known = knownBy ?? Instant.MaxValue;
        var end = Instant.Min(inForce.HasEnd ? inForce.End : dataEnd, known);
        var startDay = start.InZone(zone).Date;
        var before = DaysOf(startDay.PlusDays(-options.BaselineDays), options.BaselineDays, zone);
        var edges = bound.Edges;
        var free = before.Where(d => !others.Any(o => Intervals.Overlap(o, d)) && !edges.Any(e => Intervals.Overlap(e, d))).ToImmutableArray();
        var announced = truce.Announced.Extent.HasStart
            ? Local.StartOf(truce.Announced.Extent.Start.InZone(zone).Date, zone)
            : Instant.MaxValue;
        var calm = free.Where(d => d.Start < announced).ToImmutableArray();
        var after = AfterOf(bound.Possible.HasEnd && inForce.HasEnd ? bound.Possible.End : dataEnd, others, Instant.Min(dataEnd, known), zone, options);
        var last = after is { } a ? a.End : Instant.Max(start, end);
        var all = DaysUntil(startDay.PlusDays(-options.BaselineDays), last, zone);
        return new Periods(
            [.. Intervals.Union(calm)], [.. Intervals.Union(free)], start < end ? new Interval(start, end) : null, after, all,
            before.Length - free.Length, free.Length - calm.Length);
    }

    private static ImmutableArray<Interval> DaysOf(LocalDate first, int count, DateTimeZone zone) =>
        [.. Enumerable.Range(0, count).Select(i => Local.Days(first.PlusDays(i), first.PlusDays(i), zone))];

    private static ImmutableArray<Interval> DaysUntil(LocalDate first, Instant end, DateTimeZone zone)
    {
        var lastDay = (end - Duration.Epsilon).InZone(zone).Date;
        return DaysOf(first, Math.Max(0, Period.DaysBetween(first, lastDay) + 1), zone);
    }

    private static Interval? AfterOf(
        Instant end, ImmutableArray<Interval> others, Instant known, DateTimeZone zone, AssessmentOptions options)
    {
        var until = Local.ToInstant(end.InZone(zone).LocalDateTime.PlusDays(options.AfterDays), zone);
        var next = others.Where(o => Intervals.EndOf(o) > end).Select(Intervals.StartOf)
            .Append(until).Append(known).Min();
        return next > end ? new Interval(end, next) : null;
    }
}
