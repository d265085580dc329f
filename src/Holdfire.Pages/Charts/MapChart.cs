using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Places;

namespace Holdfire.Pages.Charts;

/// <summary>Circles at the centres of regions, over outlines where there are any.</summary>
internal static class MapChart
{
    private const double Width = 440, Greatest = 20, TextSize = 8;

    public static XElement Draw(ImmutableArray<RegionCount> counts, string side, string label, MapOutlines? outlines, Gazetteer known)
    {
        var drawn = outlines is not null && counts.Any(c => outlines.Paths.ContainsKey(c.Area.Code)) ? outlines : null;
        var project = drawn?.Project ?? Plain([.. counts.Select(c => c.Area.Centre!.Value)]);
        var places = counts.Select(c => project(c.Area.Centre!.Value)).ToImmutableArray();
        var framed = Drawn(counts);
        var frame = Frame([.. places.Where((_, i) => framed.Contains(counts[i]))], drawn is null ? 5 : 240);
        var unit = frame.Width / Width;
        var canvas = new XElement("svg",
            new XAttribute("viewBox", $"{Svg.N(frame.X)} {Svg.N(frame.Y)} {Svg.N(frame.Width)} {Svg.N(frame.Height)}"),
            new XAttribute("role", "img"), new XAttribute("aria-label", label),
            Svg.Rect(frame.X, frame.Y, frame.Width, frame.Height, "frame"),
            drawn is not null ? drawn.Paths.OrderBy(p => p.Key).Select(p => Svg.Path(p.Value, "outline")) : MapShapes.Draw(known, project, frame));
        var greatest = Math.Sqrt(Math.Max(1, counts.Max(c => c.Max ?? c.Min)));
        var labels = new MapLabels(frame.X, frame.Y, frame.Width, frame.Height, TextSize * unit);
        for (var i = 0; i < counts.Length; i++)
        {
            DrawRegion(canvas, places[i], unit, greatest, counts[i], side);
            labels.Keep(places[i].X, places[i].Y, Radius(Math.Max(counts[i].Min, 1), greatest, unit) * 0.8);
        }
        canvas.Add(counts.Select((c, i) =>
            labels.Place(places[i].X, places[i].Y, Radius(c.Max ?? c.Min, greatest, unit), $"{c.Area.Name} {Number(c)}")));
        return canvas;
    }

    /// <summary>The regions that set the frame: those with at least a fiftieth of the greatest count.</summary>
    public static ImmutableArray<RegionCount> Drawn(ImmutableArray<RegionCount> counts) =>
        [.. counts.Where(c => (c.Max ?? long.MaxValue) >= counts.Max(o => o.Max ?? o.Min) / 50.0)];

    private static void DrawRegion(
        XElement canvas, (double X, double Y) at, double unit, double greatest, RegionCount count, string side)
    {
        var title = $"{count.Area.Name}: {Show.Count(count.Min, count.Max)}";
        var most = Radius(count.Max ?? count.Min, greatest, unit);
        canvas.Add(
            Svg.Circle(at.X, at.Y, count.Max is null ? most + (4 * unit) : most, count.Max is null ? $"ring {side}" : $"max {side}", title),
            count.Min > 0 ? Svg.Circle(at.X, at.Y, Radius(count.Min, greatest, unit), $"min {side}", title) : null);
    }

    private static double Radius(long count, double greatest, double unit) =>
        Math.Max(1.5, Math.Sqrt(count) / greatest * Greatest) * unit;

    private static string Number(RegionCount count) =>
        count.Max is not { } most ? $"{Show.Whole(count.Min)}+" : most == count.Min ? Show.Whole(most) : $"{Show.Whole(count.Min)}–{Show.Whole(most)}";

    /// <summary>A frame about the places, with room for circles and labels, no wider than twice its height nor higher than wide.</summary>
    private static (double X, double Y, double Width, double Height) Frame(ImmutableArray<(double X, double Y)> places, double least)
    {
        var (west, east) = (places.Min(p => p.X), places.Max(p => p.X));
        var (north, south) = (places.Min(p => p.Y), places.Max(p => p.Y));
        var width = Math.Max(east - west, least) * 1.45;
        var height = Math.Max(south - north, least) * 1.25;
        (width, height) = (Math.Max(width, height), Math.Max(height, width / 1.6));
        return (((west + east) / 2) - (width / 2), ((north + south) / 2) - (height / 2), width, height);
    }

    /// <summary>Equirectangular, true to scale at the middle latitude, ten units a degree.</summary>
    private static Func<GeoPoint, (double X, double Y)> Plain(ImmutableArray<GeoPoint> points)
    {
        var middle = (points.Min(p => p.Latitude) + points.Max(p => p.Latitude)) / 2;
        var shrink = Math.Cos(middle * Math.PI / 180);
        return p => (p.Longitude * shrink * 10, -p.Latitude * 10);
    }
}
