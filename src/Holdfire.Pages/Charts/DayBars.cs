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
        if (timed.Count == 0)
        {
            return null;
        }

        var first = timed.Min(e => e.Start).InZone(zone).Date;
        var count = Period.DaysBetween(first, LastDay(timed.Max(e => e.End), zone)) + 1;
        if (count > MostDays)
        {
            return null;
        }

        var (least, most) = (new int[count], new int[count]);
        foreach (var span in timed)
        {
            var from = Period.DaysBetween(first, span.Start.InZone(zone).Date);
            var to = Math.Max(from, Period.DaysBetween(first, LastDay(span.End, zone)));
            least[from] += from == to ? 1 : 0;
            for (var day = from; day <= to; day++)
            {
                most[day]++;
            }
        }

        return Draw(least, most, new TimeScale(new Interval(Start(first, zone), Start(first.PlusDays(count), zone)), Left, Right), first, truces, zone);
    }

    private static XElement Draw(int[] least, int[] most, TimeScale scale, LocalDate first, IEnumerable<Truce> truces, DateTimeZone zone)
    {
        var canvas = Svg.Canvas(Width, Height, "Events a day");
        foreach (var truce in truces)
        {
            var spans = truce.InForce.IsEmpty ? [truce.Intended] : truce.InForce.Select(f => f.When);
            foreach (var span in Intervals.Union(spans).Where(s => Intervals.Overlap(s, scale.Span)))
            {
                var (x, width) = scale.Of(span);
                canvas.Add(Svg.Rect(x, Top - 8, width, Bottom - Top + 8, truce.InForce.IsEmpty ? "truce-proposed" : "truce", truce.Name));
            }
        }

        var top = Math.Max(1, most.Max());
        double Y(int number) => Bottom - ((Bottom - Top) * number / top);
        canvas.Add(Svg.Text(Left - 5, Y(top) + 4, Show.Whole(top), "end"), Svg.Text(Left - 5, Bottom + 4, "0", "end"));
        for (var i = 0; i < most.Length; i++)
        {
            var (x, width) = scale.Of(new Interval(Start(first.PlusDays(i), zone), Start(first.PlusDays(i + 1), zone)));
            var title = $"{first.PlusDays(i):uuuu-MM-dd}: {Show.Count(least[i], most[i])}";
            canvas.Add(
                most[i] > least[i] ? Svg.Rect(x, Y(most[i]), Math.Max(0.5, width - 0.6), Bottom - Y(most[i]), "max side-x", title) : null,
                least[i] > 0 ? Svg.Rect(x, Y(least[i]), Math.Max(0.5, width - 0.6), Bottom - Y(least[i]), "min side-x", title) : null);
        }

        foreach (var (at, text) in scale.Ticks(zone))
        {
            var x = scale.At(at);
            canvas.Add(Svg.Line(x, Bottom, x, Bottom + 10, "axis"), x < Right - 32 ? Svg.Text(x + 2, Bottom + 21, text) : null);
        }

        canvas.Add(Svg.Line(Left, Bottom, Right, Bottom, "axis"));
        return canvas;
    }

    private static LocalDate LastDay(Instant end, DateTimeZone zone) => (end - Duration.Epsilon).InZone(zone).Date;

    private static Instant Start(LocalDate day, DateTimeZone zone) => Local.StartOf(day, zone);
}
