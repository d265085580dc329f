using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Places;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>Where each side's claims lie, one map for each side.</summary>
internal static class MapSection
{
    public static XElement Draw(Page page, MapOutlines? outlines)
    {
        var days = ClaimLine.Days(page);
        var named = Named(page);
        var maps = days.Length == 0
            ? []
            : page.Parties.Select(p => Map(page, named, p, new Interval(days[0].Start, days[^1].End), outlines)).OfType<XElement>().ToList();
        return Html.Section("map", "Claims by region",
            maps.Count == 0
                ? Html.Note("No claim names a region with a known place.")
                : Html.Note(
                    "Each map shows what one side claims, over all days: the act and measure of which most of its claims name regions. " +
                    "Solid circle: the least. Pale: the most by claims that name the region; dashed: no upper limit. Areas of circles are in " +
                    "proportion to counts, within one map. A claim that names several regions joins the most of each and the least of none, " +
                    "so regions do not add up. \"Most of all\" adds the claims that name no region, or not only regions."),
            maps);
    }

    /// <summary>The map of one side alone; null where its claims name no region with a known place.</summary>
    public static XElement? Drawing(Page page, Party side, Interval span, MapOutlines? outlines) =>
        Map(page, Named(page), side, span, outlines)?.Element("figure");

    // Without their wholes, so that the most of a region leaves out what a whole does not allot to any region.
    private static CaseView Named(Page page) =>
        new(page.View.Known with { Reports = [.. ClaimLine.Placed(page).Select(r => r with { PartOf = null })] }, page.View.Coordinates);

    private static XElement? Map(Page page, CaseView named, Party side, Interval span, MapOutlines? outlines)
    {
        if (ClaimLine.MainOfSide(page, side.Id) is not { } line)
        {
            return null;
        }
        var counts = Counts(page, named, line, span);
        if (counts.IsEmpty)
        {
            return null;
        }

        var caption = $"{Show.What(page.Case.Codes, line.Act, line.Measure, line.Unit)}, says {side.Name}; {Show.Days(span, page.Case.Zone)}";
        return Html.El("div", Html.Class("panel"),
            Html.El("figure",
                Html.El("h3", $"{side.Name} says: {Show.What(page.Case.Codes, line.Act, line.Measure, line.Unit)} ", Html.El("code", line.Act.Value)),
                MapChart.Draw(counts, page.SideClass(side.Id), caption, outlines, page.Case.Places),
                Html.El("figcaption", $"{Show.Days(span, page.Case.Zone)}. {Beyond(counts)}")),
            Html.Table("numbers", ["Region", "Least", "Most, naming it", "Most of all"],
                counts.Select(c => Html.Row(c.Area.Name, Show.Whole(c.Min), Most(c.Max), Most(c.Anywhere)))));
    }

    private static string Beyond(ImmutableArray<RegionCount> counts)
    {
        var left = counts.Except(MapChart.Drawn(counts)).Select(c => c.Area.Name).ToList();
        return left.Count == 0 ? "" : $"With few claims, and shown only where they lie within the frame: {string.Join(", ", left)}.";
    }

    private static string Most(long? most) => most is { } m ? Show.Whole(m) : "no limit";

    /// <summary>The regions that the line's claims name, the greatest first.</summary>
    private static ImmutableArray<RegionCount> Counts(Page page, CaseView named, ClaimLine line, Interval span)
    {
        var sources = page.Case.Sources.Where(s => s.Party == line.Side).Select(s => s.Id).ToHashSet();
        var areas = named.Known.Reports.Where(r => sources.Contains(r.Source) && r.Measure == line.Measure && r.Unit == line.Unit && line.Act.Contains(r.Act))
            .SelectMany(r => r.Areas).Distinct().Select(page.Case.Places.Find).OfType<Area>();
        return
        [
            .. areas.Select(a =>
            {
                var query = new CountQuery(line.Side, null, a.Code, line.Act, line.Measure, [span], Unit: line.Unit);
                var (all, own) = (Counter.Count(page.View, query)[0], Counter.Count(named, query)[0]);
                return new RegionCount(a, all.Min, own.Max is { } most ? Math.Max(most, all.Min) : null, all.Max);
            }).Where(c => c.Max != 0).OrderByDescending(c => c.Max ?? long.MaxValue).ThenByDescending(c => c.Min).ThenBy(c => c.Area.Code),
        ];
    }
}
