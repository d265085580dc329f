using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Charts;

/// <summary>Events a day: those that must have been on it solid, those that may have been lighter; truces shaded.</summary>
internal static class DayBars
{
    private const double Width = 900, Height = 130, Left = 40, Right = 890, Top = 18, Bottom = 98;
    private const int MostDays = 800;

    /// <summary>The chart; null where no event has a time, or they spread over too many days to draw.</summary>
    /// <param name="events">The spans of the events.</param>
    /// <param name="truces">The truces of the case.</param>
    /// <param name="zoneId">The zone of the days.</param>
    public static XElement? Draw(IReadOnlyCollection<Interval> events, IEnumerable<Truce> truces, string zoneId)
    {
        var zone = Show.Zone(zoneId);
        var timed = events.Where(e => e.HasStart && e.HasEnd).ToList();
        return timed.Count == 0 ? null
            : Draw(timed, truces, zone, Day(timed.Min(e => e.Start), zone), LastDay(timed.Max(e => e.End), zone), "side-x", "Events a day", 0);
    }

    /// <summary>The same over given days, whether there are events on them or not; null where those are too many to draw.</summary>
    /// <param name="events">The spans of the events.</param>
    /// <param name="truces">The truces that are shaded.</param>
    /// <param name="zoneId">The zone of the days.</param>
    /// <param name="over">The time that is drawn, whole days of it.</param>
    /// <param name="side">The class of the colour.</param>
    /// <param name="label">What it shows, for those who do not see it.</param>
    /// <param name="top">What the axis reaches at least, so that charts can be held against each other.</param>
    public static XElement? Draw(IEnumerable<Interval> events, IEnumerable<Truce> truces, string zoneId, Interval over, string side, string label, int top)
    {
        var zone = Show.Zone(zoneId);
        return Draw(
            [.. events.Where(e => e.HasStart && e.HasEnd && Intervals.Overlap(e, over))], truces, zone, Day(over.Start, zone), LastDay(over.End, zone), side, label, top);
    }

    /// <summary>The most events that may have been on one day of a time.</summary>
    public static int Most(IEnumerable<Interval> events, string zoneId, Interval over)
    {
        var zone = Show.Zone(zoneId);
        var (first, last) = (Day(over.Start, zone), LastDay(over.End, zone));
        return Count([.. events.Where(e => e.HasStart && e.HasEnd && Intervals.Overlap(e, over))], zone, first, Period.DaysBetween(first, last) + 1).Most.DefaultIfEmpty(0).Max();
    }

    private static XElement? Draw(List<Interval> events, IEnumerable<Truce> truces, DateTimeZone zone, LocalDate first, LocalDate last, string side, string label, int top)
    {
        var count = Period.DaysBetween(first, last) + 1;
        if (count is > MostDays or < 1)
        {
            return null;
        }

        var (least, most) = Count(events, zone, first, count);
        return Draw(
            least, most, new TimeScale(new Interval(Start(first, zone), Start(first.PlusDays(count), zone)), Left, Right), first, truces, zone, side, label, Math.Max(top, Math.Max(1, most.Max())));
    }

    // What is on a day for certain, and what may be; days beyond the ends are cut off.
    private static (int[] Least, int[] Most) Count(List<Interval> events, DateTimeZone zone, LocalDate first, int count)
    {
        var (least, most) = (new int[count], new int[count]);
        foreach (var span in events)
        {
            var from = Period.DaysBetween(first, Day(span.Start, zone));
            var to = Math.Max(from, Period.DaysBetween(first, LastDay(span.End, zone)));
            if (from == to && from >= 0 && from < count)
            {
                least[from]++;
            }

            for (var day = Math.Max(0, from); day <= Math.Min(to, count - 1); day++)
            {
                most[day]++;
            }
        }

        return (least, most);
    }

    private static XElement Draw(int[] least, int[] most, TimeScale scale, LocalDate first, IEnumerable<Truce> truces, DateTimeZone zone, string side, string label, int top)
    {
        var canvas = Svg.Canvas(Width, Height, label);
        foreach (var truce in truces)
        {
            var spans = truce.InForce.IsEmpty ? [truce.Intended] : truce.InForce.Select(f => f.When);
            foreach (var span in Intervals.Union(spans).Where(s => Intervals.Overlap(s, scale.Span)))
            {
                var (x, width) = scale.Of(span);
                canvas.Add(Svg.Rect(x, Top - 8, width, Bottom - Top + 8, truce.InForce.IsEmpty ? "truce-proposed" : "truce", truce.Name));
            }
        }

        double Y(int number) => Bottom - ((Bottom - Top) * number / top);
        canvas.Add(Svg.Text(Left - 5, Y(top) + 4, Show.Whole(top), "end"), Svg.Text(Left - 5, Bottom + 4, "0", "end"));
        for (var i = 0; i < most.Length; i++)
        {
            var (x, width) = scale.Of(new Interval(Start(first.PlusDays(i), zone), Start(first.PlusDays(i + 1), zone)));
            var title = $"{first.PlusDays(i):uuuu-MM-dd}: {Show.Count(least[i], most[i])}";
            canvas.Add(
                most[i] > least[i] ? Svg.Rect(x, Y(most[i]), Math.Max(0.5, width - 0.6), Bottom - Y(most[i]), $"max {side}", title) : null,
                least[i] > 0 ? Svg.Rect(x, Y(least[i]), Math.Max(0.5, width - 0.6), Bottom - Y(least[i]), $"min {side}", title) : null);
        }

        foreach (var (at, text) in scale.Ticks(zone))
        {
            var x = scale.At(at);
            canvas.Add(Svg.Line(x, Bottom, x, Bottom + 10, "axis"), x < Right - 32 ? Svg.Text(x + 2, Bottom + 21, text) : null);
        }

        canvas.Add(Svg.Line(Left, Bottom, Right, Bottom, "axis"));
        return canvas;
    }

    private static LocalDate Day(Instant at, DateTimeZone zone) => at.InZone(zone).Date;

    private static LocalDate LastDay(Instant end, DateTimeZone zone) => (end - Duration.Epsilon).InZone(zone).Date;

    private static Instant Start(LocalDate day, DateTimeZone zone) => Local.StartOf(day, zone);
}
