using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Pages.Sections;
using Holdfire.Places;
using Holdfire.Queries;
using Holdfire.Views;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>The map: events as far as reports let us tell, by place and by day, and what each side claims by region.</summary>
public static class MapPages
{
    // How far from the frame the middle of a region may lie so that its outline may still reach into it, degrees.
    private const double Reach = 6;

    /// <summary>The page. It works without scripts: the map is a drawing, the filters a form, and all that is drawn stands in a table too.</summary>
    /// <param name="frame">What stands around it.</param>
    /// <param name="query">The question that chooses the events.</param>
    /// <param name="given">Its options as they were given, by name without dashes.</param>
    /// <param name="answer">The events.</param>
    public static string Write(SiteFrame frame, QueryInfo query, IReadOnlyDictionary<string, string> given, IncidentsAnswer answer)
    {
        var page = new Page(frame.View, [], [], FindingSet.None);
        var shapes = new PlaceShapes(page.View.Known.Places);
        ImmutableArray<MapMark> marks = [.. answer.Incidents.Select(i => MarkOf(frame, page, shapes, i))];
        return SitePage.Write(frame, frame.Text("nav.map"),
            Html.P(frame.Text("map.intro")),
            QueryPages.Form(frame, query, given),
            Patterns.Draw(),
            frame.HasInstruments && EventMap.BoundsOf(marks) is { } bounds ? Live(frame, given, bounds) : null,
            EventMap.Draw(marks, Land(frame.View, shapes, answer.Incidents.SelectMany(i => i.Areas)), frame.Text("map.label", ("count", Show.Whole(marks.Length)))) is { } map
                ? Html.El("figure", Html.Class("drawn"), map, Html.El("figcaption", Legend(frame, page, marks))) : Html.Note(frame.Text("map.nowhere")),
            DayBars.Draw([.. answer.Incidents.Select(i => new Interval(i.From, i.To))], page.View.Known.Truces, page.Case.Zone) is { } days
                ? Html.Figure(days, frame.Text("map.days", ("zone", page.Case.Zone))) : null,
            Html.Section("areas", frame.Text("map.areas"), ByArea(frame, page, given, answer)),
            Html.Section("events", frame.Text("nav.incidents"), IncidentList.Draw(frame, answer)),
            frame.English(MapSection.Draw(page, MapOutlines.BuiltIn)));
    }

    // The same events from tiles, to move about in. It takes the place of the drawing once it runs.
    private static object[] Live(SiteFrame frame, IReadOnlyDictionary<string, string> given, Envelope bounds)
    {
        var question = given.Select(g => $"{Uri.EscapeDataString(g.Key)}={Uri.EscapeDataString(g.Value)}");
        var tail = string.Join('&', new[] { frame.Coordinates, frame.IsLanguageAsked ? $"lang={frame.Language.Code}" : "" }.Where(p => p.Length > 0));
        (string Name, string Value)[] data =
        [
            ("query", string.Join('&', question.Append(frame.Coordinates).Where(p => p.Length > 0))), ("tail", tail),
            ("bounds", FormattableString.Invariant($"{bounds.MinX},{bounds.MinY},{bounds.MaxX},{bounds.MaxY}")),
            ("label", frame.Text("map.live")), ("in", frame.Text("map.in")), ("out", frame.Text("map.out")),
            ("from", frame.Text("map.from")), ("to", frame.Text("map.to")), ("many", frame.Text("map.many", ("count", "{count}"))),
        ];
        return
        [
            Html.El("link", new XAttribute("rel", "stylesheet"), new XAttribute("href", "/assets/map.css")),
            Html.El("holdfire-map", [.. data.Select(d => new XAttribute($"data-{d.Name}", d.Value)), ""]),
            Html.El("script", new XAttribute("type", "module"), new XAttribute("src", "/assets/map.js"), ""),
        ];
    }

    internal static MapMark MarkOf(SiteFrame frame, Page page, PlaceShapes shapes, IncidentsAnswerRow incident)
    {
        var side = incident.Actors.Length == 1 ? page.SideClass(new PartyId(incident.Actors[0])) : "side-x";
        return new MapMark(
            $"{incident.Id}: {CaseWords.Act(frame, incident.Act)}, {CaseWords.Time(frame, incident.From, incident.To)}", frame.To($"/incidents/{Uri.EscapeDataString(incident.Id)}"),
            side, ShapeOf(shapes, incident));
    }

    private static Geometry? ShapeOf(PlaceShapes shapes, IncidentsAnswerRow incident) => shapes.Of(
        [.. incident.Areas.Select(a => new AreaCode(a))],
        incident is { Lat: { } lat, Lon: { } lon } ? new GeoCircle(new GeoPoint(lat, lon), incident.RadiusKm ?? 0) : null);

    /// <summary>The places that the case draws itself, and under them the regions of every country that is seen, of whatever country the case is.</summary>
    /// <param name="view">The case.</param>
    /// <param name="shapes">The shapes of its places.</param>
    /// <param name="named">The codes of areas whose names are written.</param>
    internal static Func<Envelope, IEnumerable<(string Name, Geometry Outline, bool IsNamed)>> Land(CaseView view, PlaceShapes shapes, IEnumerable<string> named)
    {
        var written = named.ToHashSet(StringComparer.Ordinal);
        return bounds => RegionOutlines.Near(bounds, Reach).Select(o => (Name: World.Find(o.Area)?.Name ?? o.Area.Value, o.Outline, IsNamed: written.Contains(o.Area.Value)))
            .Concat(shapes.OwnAreas(written).Select(a => (a.Area.Name, Outline: a.Ground, IsNamed: written.Contains(a.Area.Code.Value))));
    }

    private static object[] Legend(SiteFrame frame, Page page, ImmutableArray<MapMark> marks)
    {
        var unplaced = marks.Count(m => m.Ground is null);
        var wide = marks.Length - unplaced;
        return
        [
            page.Parties.Take(2).Select((p, i) => new object[] { Swatch($"side-{i}"), frame.Say("map.side", ("party", p.Name)), " " }),
            Swatch("side-x"), frame.Text("map.nobody"), " ", frame.Text("map.darker"), " ",
            frame.Text("map.count", ("count", Show.Whole(wide)), ("unplaced", Show.Whole(unplaced))),
        ];
    }

    private static XElement Swatch(string side) => new("svg", new XAttribute("viewBox", "0 0 18 12"), new XAttribute("aria-hidden", "true"), Html.Class("swatch"), Svg.Rect(1, 1, 16, 10, $"min {side}"));

    private static XElement ByArea(SiteFrame frame, Page page, IReadOnlyDictionary<string, string> given, IncidentsAnswer answer)
    {
        var rows = answer.Incidents.SelectMany(i => i.Areas.Select(a => (Area: a, Sole: i.Areas.Length == 1))).GroupBy(a => a.Area)
            .Select(g => (Area: g.Key, Least: g.Count(a => a.Sole), Most: g.Count())).OrderByDescending(r => r.Least).ThenByDescending(r => r.Most).ThenBy(r => r.Area, StringComparer.Ordinal).ToList();
        var others = string.Concat(given.Where(g => g.Key is not "area" and not "region").Select(g => $"&{Uri.EscapeDataString(g.Key)}={Uri.EscapeDataString(g.Value)}"));
        return rows.Count == 0 ? Html.Note(frame.Text("map.no-areas"))
            : Html.Table("numbers", [frame.Text("col.area"), frame.Text("col.code"), frame.Text("map.least"), frame.Text("map.most")], rows.Select(r => Html.Row(
                Html.El("a", new XAttribute("href", frame.To($"/map?area={Uri.EscapeDataString(r.Area)}{others}")), Html.El("bdi", page.Case.Places.Find(new AreaCode(r.Area))?.Name ?? r.Area)),
                r.Area, Show.Whole(r.Least), Show.Whole(r.Most))));
    }
}
