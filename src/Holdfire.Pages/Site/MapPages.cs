using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Pages.Sections;
using Holdfire.Places;
using Holdfire.Queries;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Holdfire.Pages.Site;

/// <summary>The map: events as far as reports let us tell, by place and by day, and what each side claims by region.</summary>
public static class MapPages
{
    private const int MostListed = 200;

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
        var unplaced = marks.Count(m => m.Ground is null);
        return SitePage.Write(frame, "Map",
            Html.P("Events as far as reports let us tell: what reports say, not findings. A place that is not known well is drawn as all the ground that is left possible, never as a point in its middle."),
            QueryPages.Form(frame, query, given),
            Patterns.Draw(),
            EventMap.Draw(marks, Land(page, shapes, answer), $"{Show.Whole(marks.Length)} events on a map; the table below says the same") is { } map
                ? Html.Figure(map, Legend(page, marks, unplaced)) : Html.Note("No event that is asked for has a known place."),
            DayBars.Draw([.. answer.Incidents.Select(SpanOf)], page.View.Known.Truces, page.Case.Zone) is { } days
                ? Html.Figure(days, $"Events a day, in {page.Case.Zone}. Solid: on that day for certain. Pale: perhaps on that day. Shaded: truces.") : null,
            Html.Section("areas", "By area", ByArea(frame, page, given, answer)),
            Html.Section("events", "The events", List(frame, page, answer)),
            MapSection.Draw(page, MapOutlines.BuiltIn));
    }

    private static MapMark MarkOf(SiteFrame frame, Page page, PlaceShapes shapes, IncidentsAnswerRow incident)
    {
        var side = incident.Actors.Length == 1 ? page.SideClass(new PartyId(incident.Actors[0])) : "side-x";
        return new MapMark(
            $"{incident.Id}: {page.Case.Codes.NameOf(new ActCode(incident.Act))}, {WhenOf(page, incident)}", frame.To($"/incidents/{Uri.EscapeDataString(incident.Id)}"),
            side, ShapeOf(shapes, incident));
    }

    private static Geometry? ShapeOf(PlaceShapes shapes, IncidentsAnswerRow incident) => shapes.Of(
        [.. incident.Areas.Select(a => new AreaCode(a))],
        incident is { Lat: { } lat, Lon: { } lon } ? new GeoCircle(new GeoPoint(lat, lon), incident.RadiusKm ?? 0) : null);

    // The regions of the countries that the events name, and the places that the case draws itself.
    private static IEnumerable<(string Name, Geometry Outline)> Land(Page page, PlaceShapes shapes, IncidentsAnswer answer)
    {
        var places = page.View.Known.Places;
        var named = answer.Incidents.SelectMany(i => i.Areas).Distinct().Select(a => World.CountryOf(new AreaCode(a))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var near = named.Count > 0 ? named : [.. places.Areas.Select(a => World.CountryOf(a.Code)).OfType<string>()];
        return places.Areas.Where(a => a.Members.IsEmpty && (a.Outline is not null || (World.CountryOf(a.Code) is { } country && near.Contains(country) && a.Code.Value.Length > 2)))
            .Select(a => (a.Name, Outline: shapes.OfArea(a.Code)!)).Where(a => a.Outline is not null);
    }

    private static string Legend(Page page, ImmutableArray<MapMark> marks, int unplaced)
    {
        var colours = page.Parties.Take(2).Select((p, i) => $"{(i == 0 ? "Blue" : "Orange")}: said to have been done by {p.Name}.");
        return $"{string.Join(' ', colours)} Grey: by nobody that is named, or by more than one. {Show.Whole(marks.Length)} events"
            + (unplaced > 0 ? $", {Show.Whole(unplaced)} of them without any known place, not on the map." : ".");
    }

    private static XElement ByArea(SiteFrame frame, Page page, IReadOnlyDictionary<string, string> given, IncidentsAnswer answer)
    {
        var rows = answer.Incidents.SelectMany(i => i.Areas.Select(a => (Area: a, Sole: i.Areas.Length == 1))).GroupBy(a => a.Area)
            .Select(g => (Area: g.Key, Least: g.Count(a => a.Sole), Most: g.Count())).OrderByDescending(r => r.Most).ThenBy(r => r.Area, StringComparer.Ordinal).ToList();
        var others = string.Concat(given.Where(g => g.Key is not "area" and not "region").Select(g => $"&{Uri.EscapeDataString(g.Key)}={Uri.EscapeDataString(g.Value)}"));
        return rows.Count == 0 ? Html.Note("No event names an area.")
            : Html.Table("answer", ["area", "code", "events, at least", "at most"], rows.Select(r => Html.Row(
                Html.El("a", new XAttribute("href", frame.To($"/map?area={Uri.EscapeDataString(r.Area)}{others}")), page.Case.Places.Find(new AreaCode(r.Area))?.Name ?? r.Area),
                r.Area, Show.Whole(r.Least), Show.Whole(r.Most))));
    }

    private static object[] List(SiteFrame frame, Page page, IncidentsAnswer answer) =>
    [
        answer.Incidents.Length > MostListed ? Html.Note($"The first {MostListed} of {Show.Whole(answer.Incidents.Length)}; ask for less above to see others.") : "",
        Html.Table("answer", ["incident", "act", "when", "where", "alleged actor", "reports"], answer.Incidents.Take(MostListed).Select(i => Html.Row(
            Html.El("a", new XAttribute("href", frame.To($"/incidents/{Uri.EscapeDataString(i.Id)}")), i.Id),
            page.Case.Codes.NameOf(new ActCode(i.Act)), WhenOf(page, i), WhereOf(page, i),
            string.Join(", ", i.Actors.Select(a => page.PartyName(new PartyId(a)))), Show.Whole(i.Reports.Length)))),
    ];

    private static string WhereOf(Page page, IncidentsAnswerRow incident)
    {
        var areas = string.Join(" or ", incident.Areas.Select(a => page.Case.Places.Find(new AreaCode(a))?.Name ?? a));
        return incident is { Lat: { } lat, Lon: { } lon, RadiusKm: { } km }
            ? FormattableString.Invariant($"{areas}{(areas.Length > 0 ? ", " : "")}{lat:0.###}, {lon:0.###} within {km:0.#} km") : areas.Length > 0 ? areas : "not said";
    }

    private static string WhenOf(Page page, IncidentsAnswerRow incident) => Show.Civil(SpanOf(incident), page.Case.Zone);

    private static Interval SpanOf(IncidentsAnswerRow incident) => new(incident.From, incident.To);
}
