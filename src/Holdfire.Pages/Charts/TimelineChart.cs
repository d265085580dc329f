using System.Xml.Linq;
using Holdfire.Pages.Markup;
using Holdfire.Model;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Charts;

/// <summary>The truces on one time line: as meant, as in force for each party, and when each word was said.</summary>
internal static class TimelineChart
{
    private const double Width = 900, Left = 335, Right = 890, Lane = 15;

    public static XElement? Draw(Page page)
    {
        var truces = page.Case.Truces;
        var times = truces.SelectMany(Times).Where(t => t != Instant.MinValue && t != Instant.MaxValue).ToList();
        if (times.Count == 0)
        {
            return null;
        }
        var pad = Duration.Max(Duration.FromHours(12), (times.Max() - times.Min()) / 40);
        var scale = new TimeScale(new Interval(times.Min() - pad, times.Max() + pad), Left, Right);
        var zone = Show.Zone(page.Case.Zone);
        var height = 34 + truces.Sum(t => HeightOf(page, t));
        var canvas = Svg.Canvas(Width, height, "Truces on a time line");
        foreach (var (at, text) in scale.Ticks(zone))
        {
            var x = scale.At(at);
            canvas.Add(Svg.Line(x, 6, x, height - 24, "grid"), x < Right - 40 ? Svg.Text(x + 2, height - 10, text) : null);
        }
        var y = 10.0;
        foreach (var truce in truces)
        {
            DrawTruce(canvas, page, scale, truce, y);
            y += HeightOf(page, truce);
        }
        return canvas;
    }

    private static void DrawTruce(XElement canvas, Page page, TimeScale scale, Truce truce, double y)
    {
        canvas.Add(Svg.Line(4, y - 3, Right, y - 3, "grid"), Svg.Text(4, y + 11, Short($"{truce.Id}  {truce.Name}")));
        var (x, width) = scale.Of(truce.Intended);
        canvas.Add(Svg.Rect(x, y, Math.Max(2, width), Lane - 3, "intended", $"Meant to run {Show.Days(truce.Intended, truce.Zone)}"));
        var lane = y + Lane;
        foreach (var party in page.Parties)
        {
            canvas.Add(Svg.Text(16, lane + 10, Short(party.Name), className: "label soft"));
            if (truce.For(party.Id) is { } force)
            {
                var (from, wide) = scale.Of(force.When);
                canvas.Add(Svg.Rect(
                    from, lane, Math.Max(2, wide), Lane - 3, $"min {page.SideClass(party.Id)}{(force.Disputed ? " disputed" : "")}",
                    $"In force for {party.Name}: {Show.Days(force.When, force.Zone)}{(force.Disputed ? ", disputed" : "")}"));
            }
            else
            {
                canvas.Add(Svg.Text(scale.At(Intervals.StartOf(truce.Intended)), lane + 10, "not in force", className: "label soft"));
            }
            lane += Lane;
        }
        foreach (var said in truce.Declarations.Concat(truce.Extensions.SelectMany(e => e.Declarations)).Select(d => (d.When, $"{page.PartyName(d.Actor)} {Show.Words(d.Kind)}")).Prepend((truce.Announced, "Announced")))
        {
            if (said.Item1.Extent.HasStart)
            {
                var at = scale.At(said.Item1.Extent.Start);
                canvas.Add(Svg.Path($"M{Svg.N(at)} {Svg.N(y + Lane - 3)}l-4 -5l4 -5l4 5Z", "mark", $"{said.Item2}: {Show.Window(said.Item1)}"));
            }
        }
    }

    private static double HeightOf(Page page, Truce truce) => (Lane * (page.Parties.Length + 1)) + 8;

    private static string Short(string text) => text.Length <= 58 ? text : string.Concat(text.AsSpan(0, 57), "…");

    private static IEnumerable<Instant> Times(Truce truce) =>
        truce.InForce.Select(f => f.When).Append(truce.Intended).Append(truce.Announced.Extent)
            .Concat(truce.Declarations.Select(d => d.When.Extent))
            .SelectMany(i => new[] { Intervals.StartOf(i), Intervals.EndOf(i) });
}
