using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Counts;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Places;
using Holdfire.Sources;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>Where each side's claims lie, one map for each side.</summary>
internal static class MapSection
{
    public static XElement Draw(Page page, MapOutlines? outlines)
    {
        var days = ClaimLine.Days(page);
        var areas = page.Reports.Where(r => r.PartOf is null).SelectMany(r => r.Areas).Distinct().Order()
            .Select(page.Case.Places.Find).OfType<Area>().Where(a => a.Centre is not null).ToImmutableArray();
        var maps = days.Length == 0 || areas.Length == 0
            ? []
            : page.Parties.Select(p => Map(page, p, areas, new Interval(days[0].Start, days[^1].End), outlines)).OfType<XElement>().ToList();
        return Html.Section("map", "Claims by region",
            maps.Count == 0
                ? Html.Note("No claim names a region with a known place.")
                : Html.Note(
                    "Each map shows what one side claims, over all days. The pale circle is the most, the solid one inside it the least; " +
                    "areas of circles are in proportion to counts. A dashed circle has no upper limit. A claim that names several regions " +
                    "joins the most of each of them, and the least of none, so the regions do not add up to the total."),
            Html.El("div", Html.Class("panels"), maps));
    }

    private static XElement? Map(Page page, Party side, ImmutableArray<Area> areas, Interval span, MapOutlines? outlines)
    {
        if (ClaimLine.MainOfSide(page, side.Id) is not { } line)
        {
            return null;
        }
        var counts = areas.Select(a => (Area: a, Row: Counter.Count(
            page.Case, new CountQuery(side.Id, null, a.Code, line.Act, line.Measure, [span], page.AsOf))[0]))
            .Select(c => new RegionCount(c.Area, c.Row.Min, c.Row.Max)).ToImmutableArray();
        var caption = $"Claims by {side.Name}: {line.Act}, {Show.Words(line.Measure)}. {Show.Span(span, page.Case.Zone)}.";
        return Html.El("div",
            Html.Figure(MapChart.Draw(counts, page.SideClass(side.Id), caption, outlines), caption),
            Html.Table("numbers", ["Region", "Claimed"],
                counts.Where(c => c.Max != 0).Select(c => Html.Row(c.Area.Name, Show.Count(c.Min, c.Max)))));
    }
}
