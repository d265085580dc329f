using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Holdfire.Pages.Graph;
using Holdfire.Pages.Markup;
using Holdfire.Talks;
using Holdfire.Model;
using Holdfire.Talks.Deadlocks;

namespace Holdfire.Pages.Charts;

/// <summary>What is made to depend on what: an arrow runs from what must come first to what waits for it.</summary>
internal static class PreconditionChart
{
    // Lengths in units of the view box, where letters are 11 high and at most 6.3 wide on the average.
    private const double Letter = 6.3, Line = 13, Padding = 8, Head = 7;
    private const int LongestLine = 22;

    /// <summary>The drawing, or null where there is nothing to draw or nothing to draw it with.</summary>
    public static XElement? Draw(Page page, DeadlockAnalysis found)
    {
        var gone = page.Case.Talks.NoLongerStanding();
        ImmutableArray<Precondition> edges = [.. page.Case.Talks.Preconditions.Where(p => !gone.Contains(p.Id))];
        ImmutableArray<ItemWay> ways = [.. page.Case.Talks.Ways.Where(w => !gone.Contains(w.Id))];
        var drawn = edges.SelectMany(p => (ItemId[])[p.Requires, p.For]).Concat(ways.SelectMany(w => w.Needs.Append(w.Item))).ToHashSet();
        var names = page.Case.Talks.Items.Where(i => drawn.Contains(i.Id)).ToDictionary(i => i.Id.Value, i => Lines(i.Name));
        var placed = GraphLayout.Of(
            [.. names.Select(n => Node(n.Key, n.Value))],
            [
                .. edges.Select(p => Edge(p.Id.Value, p.Requires, p.For, Label(p))),
                .. ways.SelectMany(w => w.Needs.Where(n => n != w.Item).Select((n, i) => Edge(Name(w, i), n, w.Item, w.Id.Value))),
            ]);
        if (placed is null)
        {
            return null;
        }

        var canvas = Svg.Canvas(placed.Width, placed.Height, "What is made to depend on what");
        canvas.SetAttributeValue("class", "graph");
        canvas.SetAttributeValue("style", FormattableString.Invariant($"max-width: {placed.Width * 1.25:0}px"));
        var locked = found.Deadlocks.SelectMany(d => d.Cycles).SelectMany(c => c.Preconditions).Select(p => p.Id.Value).ToHashSet();
        var way = placed.Edges.ToDictionary(e => e.Id);
        foreach (var p in edges)
        {
            DrawEdge(canvas, page, p, way[p.Id.Value], locked.Contains(p.Id.Value));
        }

        foreach (var (w, i) in ways.SelectMany(w => w.Needs.Where(n => n != w.Item).Select((_, i) => (w, i))))
        {
            DrawWay(canvas, w, way[Name(w, i)]);
        }

        foreach (var (id, lines) in names)
        {
            DrawNode(canvas, lines, placed.Nodes[id], found.Deadlocks.Any(d => d.Items.Any(x => x.Value == id)));
        }

        // Labels last, so that no line runs over them.
        foreach (var p in edges)
        {
            canvas.Add(LabelAt(way[p.Id.Value].Label, Label(p), $"label {page.SideClass(p.Actor)} place", page, p));
        }

        foreach (var w in ways)
        {
            canvas.Add(LabelAt(way[Name(w, 0)].Label, w.Id.Value, "label soft place"));
        }

        return canvas;
    }

    public static string Label(Precondition p) => $"{p.Actor} {p.Id}{(p.Inference is null ? "" : " (inferred)")}";

    private static string Name(ItemWay way, int need) => $"{way.Id} {need.ToString(CultureInfo.InvariantCulture)}";

    private static GraphNode Node(string id, ImmutableArray<string> lines) =>
        new(id, (lines.Max(l => l.Length) * Letter) + (2 * Padding), (lines.Length * Line) + (2 * Padding) - 2);

    private static GraphEdge Edge(string id, ItemId from, ItemId to, string label) =>
        new(id, from.Value, to.Value, (label.Length * Letter) + 8, Line + 4);

    private static void DrawNode(XElement canvas, ImmutableArray<string> lines, GraphPoint at, bool locked)
    {
        var node = Node("", lines);
        canvas.Add(Svg.Rect(at.X - (node.Width / 2), at.Y - (node.Height / 2), node.Width, node.Height, locked ? "item locked" : "item"));
        for (var i = 0; i < lines.Length; i++)
        {
            canvas.Add(Svg.Text(at.X, at.Y - (node.Height / 2) + Padding + 9 + (i * Line), lines[i], "middle"));
        }
    }

    private static void DrawEdge(XElement canvas, Page page, Precondition p, PlacedEdge edge, bool locked)
    {
        var style = $"{page.SideClass(p.Actor)} edge{(p.Inference is null ? "" : " inferred")}{(locked ? " lock" : "")}";
        canvas.Add(Svg.Path(Curve(edge.Points), style, TalksWords.Of(p, page.Case)));
        if (p.IsStrict)
        {
            canvas.Add(Svg.Path(Arrow(edge.Points), $"{page.SideClass(p.Actor)} head"));
            return;
        }

        canvas.Add(
            Svg.Circle(edge.Points[0].X, edge.Points[0].Y, 3, $"{page.SideClass(p.Actor)} head"),
            Svg.Circle(edge.Points[^1].X, edge.Points[^1].Y, 3, $"{page.SideClass(p.Actor)} head"));
    }

    private static void DrawWay(XElement canvas, ItemWay way, PlacedEdge edge) => canvas.Add(
        Svg.Path(Curve(edge.Points), "side-x edge way", $"A way by which it can come about ({string.Join(", ", way.Statements)})"),
        Svg.Path(Arrow(edge.Points), "side-x head"));

    private static XElement LabelAt(GraphPoint at, string text, string style, Page? page = null, Precondition? p = null)
    {
        var label = Svg.Text(at.X, at.Y + 4, text, "middle", style);
        if (page is not null && p is not null)
        {
            label.Add(new XElement("title", TalksWords.Of(p, page.Case)));
        }

        return label;
    }

    // A smooth line through the middles of the way's pieces, which keeps within the room that was left for it.
    private static string Curve(ImmutableArray<GraphPoint> points)
    {
        var path = $"M{At(points[0])}";
        for (var i = 1; i < points.Length - 1; i++)
        {
            var end = i == points.Length - 2 ? points[^1]
                : new GraphPoint((points[i].X + points[i + 1].X) / 2, (points[i].Y + points[i + 1].Y) / 2);
            path += $"Q{At(points[i])} {At(end)}";
        }

        return points.Length == 2 ? $"{path}L{At(points[1])}" : path;
    }

    private static string Arrow(ImmutableArray<GraphPoint> points)
    {
        var (tip, from) = (points[^1], points[^2]);
        var length = Math.Max(1e-6, Math.Sqrt(((tip.X - from.X) * (tip.X - from.X)) + ((tip.Y - from.Y) * (tip.Y - from.Y))));
        var (x, y) = ((tip.X - from.X) / length * Head, (tip.Y - from.Y) / length * Head);
        return $"M{At(tip)}L{At(new(tip.X - x - (y / 2), tip.Y - y + (x / 2)))}L{At(new(tip.X - x + (y / 2), tip.Y - y - (x / 2)))}Z";
    }

    private static string At(GraphPoint point) => $"{Svg.N(point.X)} {Svg.N(point.Y)}";

    private static ImmutableArray<string> Lines(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(""))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < LongestLine)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return [.. lines];
    }
}
