using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Holdfire.Pages.Markup;
using NetTopologySuite.Geometries;

namespace Holdfire.Pages.Charts;

/// <summary>Events on a map: the ground that is left possible, or a dot where that is smaller than one. Many in one spot are one circle.</summary>
internal static class EventMap
{
    // More dots than these are drawn as circles that stand for several.
    private const int MostDots = 600;
    private const int MostGrounds = 300;
    private const int MostLabels = 30;
    private const double LabelSize = 13;

    // Ground that takes more of the drawing than this share is drawn as a line alone: filled, it would cover what is known better.
    private const double WideShare = 0.08;
    private const double DotSize = 10;
    private const double Cell = 18;

    /// <summary>The map; null where no mark has a place.</summary>
    /// <param name="marks">The events.</param>
    /// <param name="land">The outlines of areas in a part of the world, with their names, and whether the name is written.</param>
    /// <param name="label">What it shows, for those who do not see it.</param>
    public static XElement? Draw(ImmutableArray<MapMark> marks, Func<Envelope, IEnumerable<(string Name, Geometry Outline, bool IsNamed)>> land, string label)
    {
        if (FrameOf(marks) is not { } frame)
        {
            return null;
        }

        var canvas = Svg.Canvas(MapFrame.Width, frame.Height, label, Svg.Rect(0, 0, MapFrame.Width, frame.Height, "frame"));
        // A group and no image: what is in an image cannot be pointed at.
        canvas.SetAttributeValue("role", "group");
        var outlines = land(frame.Bounds).Where(l => l.Outline.EnvelopeInternal.Intersects(frame.Bounds)).ToList();
        canvas.Add(outlines.Select(l => PathOf(frame, l.Outline, "outline", l.Name)));

        var small = marks.ToLookup(m => m.Ground is { } ground && frame.KmPerUnit * DotSize / 111.2 > Math.Max(ground.EnvelopeInternal.Width, ground.EnvelopeInternal.Height));
        canvas.Add(Grounds(frame, small[false]));
        var dots = small[true].Select(m => (Mark: m, Centre: m.Ground!.EnvelopeInternal.Centre)).Select(m => (m.Mark, At: frame.At(m.Centre.X, m.Centre.Y))).ToList();
        canvas.Add(dots.Count <= MostDots ? dots.Select(d => Linked(d.Mark, Svg.Circle(d.At.X, d.At.Y, 4, $"dot {d.Mark.Side}", d.Mark.Title))) : Crowds(dots));
        canvas.Add(Names(frame, outlines.Where(l => l.IsNamed)));
        canvas.Add(Scale(frame));
        return canvas;
    }

    /// <summary>What of the world the map shows, longitude and latitude in degrees; null where no mark has a place.</summary>
    public static Envelope? BoundsOf(ImmutableArray<MapMark> marks) => FrameOf(marks)?.Bounds;

    // The largest first; those that would touch another are left out, and stand in the titles and the table all the same.
    private static List<XElement> Names(MapFrame frame, IEnumerable<(string Name, Geometry Outline, bool IsNamed)> areas)
    {
        var labels = new MapLabels(0, 0, MapFrame.Width, frame.Height - 24, LabelSize);
        return areas.OrderByDescending(a => a.Outline.Area).Select(a => (a.Name, At: a.Outline.InteriorPoint))
            .Where(a => !a.At.IsEmpty && frame.Bounds.Contains(a.At.X, a.At.Y)).Select(a => (a.Name, At: frame.At(a.At.X, a.At.Y)))
            .Select(a => labels.Place(a.At.X, a.At.Y, 2, a.Name)).OfType<XElement>().Take(MostLabels).ToList();
    }

    // About what is known best: the widest grounds may reach beyond it.
    private static MapFrame? FrameOf(ImmutableArray<MapMark> marks)
    {
        var box = new Envelope();
        var grounds = marks.Select(m => m.Ground).OfType<Geometry>().Select(g => g.EnvelopeInternal).Distinct().OrderBy(e => e.Area).ToList();
        foreach (var ground in grounds.Take(Math.Max(1, grounds.Count * 9 / 10)))
        {
            box.ExpandToInclude(ground);
        }

        return box.IsNull ? null : MapFrame.About(box);
    }

    // The largest first, so that the smaller stay visible; the same ground once, with how many it holds.
    private static IEnumerable<XElement> Grounds(MapFrame frame, IEnumerable<MapMark> marks) => marks.Where(m => m.Ground is not null)
        .GroupBy(m => m.Ground!).OrderByDescending(g => g.Key.Area).Take(MostGrounds).Select(g =>
        {
            var sides = g.Select(m => m.Side).Distinct().ToList();
            var title = g.Count() == 1 ? g.First().Title : $"{Show.Whole(g.Count())} somewhere here, such as {g.First().Title}";
            var path = PathOf(frame, g.Key, $"ground {Weight(frame, g.Key, g.Count())} {(sides.Count == 1 ? sides[0] : "side-x")}", title);
            return path is null ? null : g.Count() == 1 ? Linked(g.First(), path) : path;
        }).OfType<XElement>();

    private static string Weight(MapFrame frame, Geometry ground, int events) =>
        ground.EnvelopeInternal is var box && box.Width * box.Height > WideShare * frame.Bounds.Width * frame.Bounds.Height ? "wide"
        : events switch { 1 => "one", < 10 => "few", < 50 => "some", _ => "many" };

    private static IEnumerable<XElement> Crowds(List<(MapMark Mark, (double X, double Y) At)> dots) => dots
        .GroupBy(d => (Column: (int)Math.Floor(d.At.X / Cell), Row: (int)Math.Floor(d.At.Y / Cell), d.Mark.Side)).OrderBy(g => g.Key)
        .Select(g => Svg.Circle(
            g.Average(d => d.At.X), g.Average(d => d.At.Y), Math.Min(Cell, 2.5 + Math.Sqrt(g.Count())), $"dot {g.Key.Side}",
            g.Count() == 1 ? g.First().Mark.Title : $"{Show.Whole(g.Count())} events"));

    private static XElement? PathOf(MapFrame frame, Geometry shape, string className, string title) =>
        frame.Path(shape) is { Length: > 0 } data ? Svg.Path(data, className, title) : null;

    // The table below the map is for the keyboard: hundreds of dots are no way to walk.
    private static XElement Linked(MapMark mark, XElement drawing) => new("a", new XAttribute("href", mark.Href), new XAttribute("tabindex", "-1"), new XAttribute("aria-label", mark.Title), drawing);

    private static XElement[] Scale(MapFrame frame)
    {
        double[] steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
        var km = steps.LastOrDefault(s => s / frame.KmPerUnit <= MapFrame.Width / 4, steps[0]);
        var (y, wide) = (frame.Height - 12, km / frame.KmPerUnit);
        return [Svg.Line(12, y, 12 + wide, y, "mark scale"), Svg.Text(16 + wide, y + 4, km.ToString("0 'km'", CultureInfo.InvariantCulture))];
    }
}
