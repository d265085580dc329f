using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Places;

namespace Holdfire.Pages.Charts;

/// <summary>Circles at the centres of regions, over outlines where there are any.</summary>
internal static class MapChart
{
    private const double Width = 440, Margin = 44, Greatest = 26;

    public static XElement Draw(ImmutableArray<RegionCount> counts, string side, string label, MapOutlines? outlines)
    {
        var (canvas, project, unit) = outlines is null ? Plain(counts, label) : Outlined(outlines, label);
        var scale = Math.Sqrt(Math.Max(1, counts.Max(c => c.Max ?? c.Min)));
        foreach (var count in counts.OrderByDescending(c => c.Max ?? c.Min).ThenBy(c => c.Area.Code))
        {
            DrawRegion(canvas, project(count.Area.Centre!.Value), unit, scale, count, side);
        }
        return canvas;
    }

    private static void DrawRegion(
        XElement canvas, (double X, double Y) at, double unit, double scale, RegionCount count, string side)
    {
        var title = $"{count.Area.Name}: {Show.Count(count.Min, count.Max)}";
        var most = Math.Sqrt(count.Max ?? count.Min) / scale * Greatest * unit;
        var least = Math.Sqrt(count.Min) / scale * Greatest * unit;
        if (count.Max == 0)
        {
            canvas.Add(Svg.Circle(at.X, at.Y, 1.5 * unit, "none", title));
            return;
        }
        canvas.Add(
            Svg.Circle(at.X, at.Y, count.Max is null ? most + (4 * unit) : Math.Max(unit, most), count.Max is null ? $"ring {side}" : $"max {side}", title),
            least > 0 ? Svg.Circle(at.X, at.Y, least, $"min {side}", title) : null,
            Label(at.X, at.Y + most + (11 * unit), unit, Number(count), "number"),
            Label(at.X, at.Y + most + (21 * unit), unit, count.Area.Name, "place"));
    }

    private static string Number(RegionCount count) =>
        count.Max is not { } most ? $"{Show.Whole(count.Min)}+" : most == count.Min ? Show.Whole(most) : $"{Show.Whole(count.Min)}–{Show.Whole(most)}";

    private static XElement Label(double x, double y, double unit, string text, string className)
    {
        var label = Svg.Text(x, y, text, "middle", className);
        label.Add(new XAttribute("font-size", Svg.N((className == "number" ? 10 : 8.5) * unit)));
        return label;
    }

    /// <summary>Equirectangular, true to scale at the middle latitude, as wide as the view box.</summary>
    private static (XElement, Func<GeoPoint, (double, double)>, double) Plain(ImmutableArray<RegionCount> counts, string label)
    {
        var points = counts.Select(c => c.Area.Centre!.Value).ToList();
        var (west, east) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude));
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
        var wide = Math.Max((east - west) * shrink, 0.5);
        var high = Math.Max(north - south, 0.5);
        var perDegree = Math.Min((Width - (2 * Margin)) / wide, 420 / high);
        var height = (high * perDegree) + (2 * Margin) + 14;
        var left = (Width - ((east - west) * shrink * perDegree)) / 2;
        return (
            Svg.Canvas(Width, height, label, Svg.Rect(0.5, 0.5, Width - 1, height - 1, "frame")),
            p => (left + ((p.Longitude - west) * shrink * perDegree), Margin + ((north - p.Latitude) * perDegree)), 1);
    }

    private static (XElement, Func<GeoPoint, (double, double)>, double) Outlined(MapOutlines outlines, string label)
    {
        var wide = double.Parse(outlines.ViewBox.Split(' ')[2], CultureInfo.InvariantCulture);
        var canvas = new XElement("svg", new XAttribute("viewBox", outlines.ViewBox), new XAttribute("role", "img"),
            new XAttribute("aria-label", label),
            outlines.Paths.OrderBy(p => p.Key).Select(p => Svg.Path(p.Value, "outline")));
        return (canvas, outlines.Project, wide / Width);
    }
}
