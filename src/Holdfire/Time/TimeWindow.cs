using NodaTime;

namespace Holdfire.Time;

/// <summary>When something is said to have happened, as exactly as its source said it and no more.</summary>
/// <remarks>
/// All intervals are half open. <see cref="Extent"/> is the widest interval that the words allow and may have an
/// infinite start or end. <see cref="Core"/> is the part that the words certainly cover; it lies within the extent
/// and is null where no instant is certain.
/// </remarks>
public sealed record TimeWindow
{
    // The certain part is mostly all of it or none; kept apart only where it is neither, since a case may hold millions.
    private readonly bool coreIsExtent;
    private readonly OtherCore? otherCore;

    /// <summary>A window.</summary>
    /// <param name="extent">The widest possible interval.</param>
    /// <param name="core">The certain part, or null where there is none.</param>
    /// <param name="precision">How exactly it was given.</param>
    /// <param name="zone">The IANA id of the zone in which it was given.</param>
    public TimeWindow(Interval extent, Interval? core, TimePrecision precision, string zone)
    {
        Extent = extent;
        coreIsExtent = core == extent;
        otherCore = core is { } part && !coreIsExtent ? new OtherCore(part) : null;
        (Precision, Zone) = (precision, zone);
    }

    /// <summary>The widest possible interval.</summary>
    public Interval Extent { get; }

    /// <summary>The certain part, or null where there is none.</summary>
    public Interval? Core => coreIsExtent ? Extent : otherCore?.Part;

    /// <summary>How exactly it was given.</summary>
    public TimePrecision Precision { get; }

    /// <summary>The IANA id of the zone in which it was given.</summary>
    public string Zone { get; }

    /// <summary>The hour of the evening before from which "overnight" may count, by convention.</summary>
    public static readonly LocalTime NightEarliest = new(18, 0);

    /// <summary>The hour of the morning by which "overnight" has ended at the latest, by convention.</summary>
    public static readonly LocalTime NightLatest = new(12, 0);

    /// <summary>The hour until which "overnight" certainly lasts from midnight, by convention.</summary>
    public static readonly LocalTime NightCoreEnd = new(6, 0);

    /// <summary>Whether the window lies within the interval, wherever in its extent the truth is.</summary>
    public bool IsInside(Interval interval) =>
        (!interval.HasStart || (Extent.HasStart && Extent.Start >= interval.Start)) &&
        (!interval.HasEnd || (Extent.HasEnd && Extent.End <= interval.End));

    /// <summary>Whether some of the window may lie in the interval.</summary>
    public bool Touches(Interval interval) => Intervals.Overlap(Extent, interval);

    /// <summary>Whether nothing of one window can be in the other.</summary>
    public bool IsDisjointFrom(TimeWindow other) => !Intervals.Overlap(Extent, other.Extent);

    /// <summary>
    /// Whether a clock time of it comes twice, since clocks go back over it, and nothing says which is meant: the extent then holds both,
    /// and only what lies in both is certain. Of an open end the start alone is doubtful, which its extent holds in any case.
    /// </summary>
    public bool IsOfAnHourThatComesTwice => Precision switch
    {
        TimePrecision.Minute => !coreIsExtent,
        TimePrecision.Hour => Extent.Duration > Duration.FromHours(1),
        TimePrecision.Within => Extent.HasEnd && DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is { } zone
            && Local.Readings(Extent.End.InZone(zone).LocalDateTime, zone) is var (first, last) && first < last && Extent.End == last,
        _ => false,
    };

    /// <summary>Clock times to the minute; an equal start and end is that one minute. A time that comes twice may be either.</summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public static TimeWindow Minutes(LocalDateTime from, LocalDateTime to, DateTimeZone zone) =>
        MinutesOrNull(from, to, zone) ?? throw new ArgumentException("the end is before the start", nameof(to));

    /// <summary>The same; null where the end is before the start, however the times are read.</summary>
    public static TimeWindow? MinutesOrNull(LocalDateTime from, LocalDateTime to, DateTimeZone zone)
    {
        var minute = Duration.FromMinutes(1);
        var (from1, from2) = Local.Readings(from, zone);
        var (to1, to2) = from == to ? (from1 + minute, from2 + minute) : Local.Readings(to, zone);

        // Of a clock that goes back, 03:50 to 03:10 may be twenty minutes.
        if (to2 <= from1 || (to < from && from1 == from2 && to1 == to2))
        {
            return null;
        }

        var (start, end) = (from2 < to2 ? from2 : from1, to1 > from1 ? to1 : to2);
        return new TimeWindow(new Interval(from1, to2), start < end ? new Interval(start, end) : null, TimePrecision.Minute, zone.Id);
    }

    /// <summary>A clock time given as "about": thirty minutes either way, of both where it comes twice.</summary>
    public static TimeWindow About(LocalDateTime at, DateTimeZone zone)
    {
        var (first, last) = Local.Readings(at, zone);
        var half = Duration.FromMinutes(30);
        return new TimeWindow(new Interval(first - half, last + half), null, TimePrecision.Hour, zone.Id);
    }

    /// <summary>Whole civil days, both included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static TimeWindow Days(LocalDate first, LocalDate last, DateTimeZone zone)
    {
        var extent = Local.Days(first, last, zone);
        return new TimeWindow(extent, extent, TimePrecision.Day, zone.Id);
    }

    /// <summary>Some time in a span, such as "in May": bounds, and no certain part.</summary>
    public static TimeWindow Within(Interval span, DateTimeZone zone) => new(span, null, TimePrecision.Within, zone.Id);

    /// <summary>
    /// The night that ends on the date: from 18:00 of the day before to 12:00, cut at the publication; certain from
    /// midnight to 06:00.
    /// </summary>
    public static TimeWindow Night(LocalDate morning, DateTimeZone zone, Instant? published) =>
        PartOfDay(morning.PlusDays(-1).At(NightEarliest), morning.At(NightLatest), morning, zone, published);

    /// <summary>A start without an end: it ends when it was published, or never where that is unknown.</summary>
    public static TimeWindow OpenEnd(LocalDateTime from, DateTimeZone zone, Instant? published)
    {
        var start = Local.ToInstant(from, zone);
        var end = published is { } p && p > start ? p : (Instant?)null;
        return new TimeWindow(new Interval(start, end), null, TimePrecision.OpenEnd, zone.Id);
    }

    /// <summary>No time was given: any time before the publication.</summary>
    public static TimeWindow Unknown(DateTimeZone zone, Instant? published) =>
        new(new Interval(null, published), null, TimePrecision.Unknown, zone.Id);

    /// <summary>An exact half-open interval, given in UTC.</summary>
    public static TimeWindow Exact(Interval interval) => new(interval, interval, TimePrecision.Minute, "UTC");

    private static TimeWindow PartOfDay(
        LocalDateTime from, LocalDateTime to, LocalDate morning, DateTimeZone zone, Instant? published)
    {
        var start = Local.ToInstant(from, zone);
        var end = Local.ToInstant(to, zone);
        if (published is { } p && p > start && p < end)
        {
            end = p;
        }

        var extent = new Interval(start, end);
        var core = Intervals.Intersect(
            extent, new Interval(Local.ToInstant(morning.AtMidnight(), zone), Local.ToInstant(morning.At(NightCoreEnd), zone)));
        return new TimeWindow(extent, core, TimePrecision.PartOfDay, zone.Id);
    }

    private sealed record OtherCore(Interval Part);
}
