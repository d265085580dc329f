using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Pages.Markup;
using Holdfire.Terms;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Charts;

/// <summary>Claims per bin: the least solid, the most lighter, no upper limit as an arrow, unknown coverage hatched.</summary>
internal static class BarChart
{
    private const double Width = 900, Height = 176, Left = 46, Right = 890, Top = 24, Bottom = 148;

    private static readonly ImmutableArray<double> Steps = [1, 2, 4, 5, 10];

    public static XElement Draw(ImmutableArray<DayCount> bins, string side, string label, string zoneId, IEnumerable<Truce> truces)
    {
        var zone = Show.Zone(zoneId);
        var scale = new TimeScale(new Interval(bins[0].Window.Start, bins[^1].Window.End), Left, Right);
        var top = NiceTop(bins.Max(b => b.Max ?? b.Min));
        var canvas = Svg.Canvas(Width, Height, label);
        foreach (var truce in truces)
        {
            DrawTruce(canvas, scale, truce);
        }
        foreach (var tick in new[] { 0, top / 2, top }.Distinct())
        {
            var y = Y(tick, top);
            canvas.Add(Svg.Line(Left, y, Right, y, "grid"), Svg.Text(Left - 6, y + 4, Show.Number(tick), "end"));
        }
        foreach (var bin in bins)
        {
            DrawBin(canvas, scale, bin, side, top, zoneId);
        }
        DrawTicks(canvas, scale, zone);
        return canvas;
    }

    private static void DrawTruce(XElement canvas, TimeScale scale, Truce truce)
    {
        foreach (var span in Intervals.Union(truce.InForce.Length > 0 ? truce.InForce.Select(f => f.When) : [truce.Intended]))
        {
            if (Intervals.Overlap(span, scale.Span))
            {
                var (x, width) = scale.Of(span);
                canvas.Add(
                    Svg.Rect(x, Top - 8, width, Bottom - Top + 8, truce.InForce.Length > 0 ? "truce" : "truce-proposed", truce.Name),
                    Svg.Text(x + 2, Top - 11, truce.Id.Value, className: "small"));
            }
        }
    }

    private static void DrawBin(XElement canvas, TimeScale scale, DayCount bin, string side, double top, string zone)
    {
        var (x, width) = scale.Of(bin.Window);
        var gap = Math.Min(1.5, width * 0.15);
        var title = $"{Show.Span(bin.Window, zone)}: {Show.Count(bin.Min, bin.Max)}; {Show.Hours(bin.Coverage)}";
        if (bin.Coverage.Unknown > 0)
        {
            var share = Math.Min(1, bin.Coverage.Unknown / bin.Window.Duration.TotalHours);
            canvas.Add(Svg.Rect(x, Bottom + 2, width * share, 6, "unknown", title));
        }
        if (bin.Coverage.No > 0)
        {
            var share = Math.Min(1, bin.Coverage.No / bin.Window.Duration.TotalHours);
            canvas.Add(Svg.Rect(x + (width * (1 - share)), Bottom + 2, width * share, 6, "unwatched", title));
        }
        if (bin.Max is not { } most)
        {
            var middle = x + (width / 2);
            var reach = Math.Min(5, width / 2);
            canvas.Add(
                Svg.Line(middle, Y(bin.Min, top), middle, Top - 2, $"open {side}"),
                Svg.Path($"M{Svg.N(middle - reach)} {Svg.N(Top + 4)}L{Svg.N(middle)} {Svg.N(Top - 5)}L{Svg.N(middle + reach)} {Svg.N(Top + 4)}Z", $"head {side}", title));
        }
        else if (most > bin.Min)
        {
            canvas.Add(Svg.Rect(x + gap, Y(most, top), width - (2 * gap), Y(bin.Min, top) - Y(most, top), $"max {side}", title));
        }
        if (bin.Min > 0)
        {
            canvas.Add(Svg.Rect(x + gap, Y(bin.Min, top), width - (2 * gap), Bottom - Y(bin.Min, top), $"min {side}", title));
        }
    }

    private static void DrawTicks(XElement canvas, TimeScale scale, DateTimeZone zone)
    {
        foreach (var tick in scale.Ticks(zone).Where(t => scale.At(t) < Right - 30))
        {
            canvas.Add(
                Svg.Line(scale.At(tick), Bottom, scale.At(tick), Bottom + 10, "axis"),
                Svg.Text(scale.At(tick) + 2, Bottom + 22, Show.Day(tick, zone), className: "small"));
        }
        canvas.Add(Svg.Line(Left, Bottom, Right, Bottom, "axis"));
    }

    private static double Y(double value, double top) => Bottom - ((Bottom - Top - 4) * value / top);

    /// <summary>The least of 1, 2, 4, 5, 10, 20, 40, ... that is not below the greatest value; 2 at the least.</summary>
    private static double NiceTop(double greatest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(2, greatest))));
        return Math.Max(2, Steps.Select(m => m * power).First(t => t >= greatest));
    }
}
