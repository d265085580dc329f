using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Pages.Markup;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Charts;

/// <summary>Claims per bin: the least solid, the most lighter, no upper limit as an arrow, unknown coverage hatched.</summary>
internal static class BarChart
{
    private const double Width = 520, Height = 124, Left = 40, Right = 514, Top = 20, Bottom = 96, Least = 1.5;

    private static readonly ImmutableArray<double> Steps = [1, 1.2, 1.6, 2, 4, 6, 8, 10];

    public static XElement Draw(ImmutableArray<DayCount> bins, string side, string label, string zoneId, IEnumerable<Truce> truces)
    {
        var zone = Show.Zone(zoneId);
        var scale = new TimeScale(new Interval(bins[0].Window.Start, bins[^1].Window.End), Left, Right);
        var axis = ValueAxis.Of(bins.Select(b => b.Max ?? b.Min), NiceTop(bins.Max(b => b.Max ?? b.Min)));
        var canvas = Svg.Canvas(Width, Height, label);
        DrawTruces(canvas, scale, truces);
        if (axis.IsLogarithmic)
        {
            canvas.Add(Svg.Text(0, Top - 9, "log axis", className: "label soft"));
        }

        foreach (var tick in axis.Ticks())
        {
            var y = Y(tick, axis);
            canvas.Add(Svg.Line(Left, y, Right, y, "grid"), Svg.Text(Left - 5, y + 4, Show.Number(tick), "end"));
        }
        foreach (var bin in bins)
        {
            DrawBin(canvas, scale, bin, side, axis, zoneId);
        }
        foreach (var (at, text) in scale.Ticks(zone))
        {
            var x = scale.At(at);
            canvas.Add(Svg.Line(x, Bottom, x, Bottom + 12, "axis"));
            if (x < Right - 32)
            {
                canvas.Add(Svg.Text(x + 2, Bottom + 22, text));
            }
        }
        canvas.Add(Svg.Line(Left, Bottom, Right, Bottom, "axis"));
        return canvas;
    }

    private static void DrawTruces(XElement canvas, TimeScale scale, IEnumerable<Truce> truces)
    {
        var free = double.NegativeInfinity;
        foreach (var truce in truces)
        {
            var bound = truce.InForce.Length > 0;
            foreach (var span in Intervals.Union(bound ? truce.InForce.Select(f => f.When) : [truce.Intended]))
            {
                if (!Intervals.Overlap(span, scale.Span))
                {
                    continue;
                }
                var (x, width) = scale.Of(span);
                canvas.Add(Svg.Rect(x, Top - 6, width, Bottom - Top + 6, bound ? "truce" : "truce-proposed", truce.Name));
                if (x >= free)
                {
                    canvas.Add(Svg.Text(x, Top - 9, truce.Id.Value));
                    free = x + (7 * truce.Id.Value.Length) + 2;
                }
            }
        }
    }

    private static void DrawBin(XElement canvas, TimeScale scale, DayCount bin, string side, ValueAxis axis, string zone)
    {
        var (x, width) = scale.Of(bin.Window);
        var gap = Math.Min(1.5, width * 0.12);
        var title = $"{Show.Days(bin.Window, zone)}: {Show.Count(bin.Min, bin.Max)}; {Show.Hours(bin.Coverage)}";
        DrawCoverage(canvas, bin, x, width, title);
        if (bin.Max is not { } most)
        {
            var middle = x + (width / 2);
            var reach = Math.Min(5, width / 2);
            canvas.Add(
                Svg.Line(middle, Y(bin.Min, axis), middle, Top - 2, $"open {side}"),
                Svg.Path($"M{Svg.N(middle - reach)} {Svg.N(Top + 4)}L{Svg.N(middle)} {Svg.N(Top - 5)}L{Svg.N(middle + reach)} {Svg.N(Top + 4)}Z", $"head {side}", title));
        }
        else if (most > bin.Min)
        {
            canvas.Add(Svg.Rect(x + gap, Y(most, axis), width - (2 * gap), Y(bin.Min, axis) - Y(most, axis), $"max {side}", title));
        }
        if (bin.Min > 0)
        {
            canvas.Add(Svg.Rect(x + gap, Y(bin.Min, axis), width - (2 * gap), Bottom - Y(bin.Min, axis), $"min {side}", title));
        }
    }

    private static void DrawCoverage(XElement canvas, DayCount bin, double x, double width, string title)
    {
        var hours = bin.Window.Duration.TotalHours;
        if (bin.Coverage.Unknown > 0)
        {
            canvas.Add(Svg.Rect(x, Bottom + 2, width * Math.Min(1, bin.Coverage.Unknown / hours), 6, "unknown", title));
        }
        if (bin.Coverage.No > 0)
        {
            var wide = width * Math.Min(1, bin.Coverage.No / hours);
            canvas.Add(Svg.Rect(x + width - wide, Bottom + 2, wide, 6, "unwatched", title));
        }
    }

    // What is there at all is to be seen, however small beside the rest.
    private static double Y(double value, ValueAxis axis) => value <= 0 ? Bottom : Bottom - Math.Max(Least, (Bottom - Top - 4) * axis.ShareOf(value));

    /// <summary>The least of the even round numbers 2, 4, 6, 8, 10, 12, 16, 20, 40, ... that is not below the greatest value.</summary>
    private static double NiceTop(double greatest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(2, greatest))));
        return Math.Max(2, Steps.Select(m => m * power).First(t => t >= greatest && t % 2 == 0));
    }
}
