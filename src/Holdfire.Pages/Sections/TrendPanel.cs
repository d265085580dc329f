using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Counts;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>For each side the trend and the map of what most of its claims are about: the pictures of the summary.</summary>
internal static class TrendPanel
{
    // As much as a printed page holds.
    private const int MostSides = 2;

    public static XElement? Draw(Page page, MapOutlines? outlines)
    {
        var days = ClaimLine.Days(page);
        var drawn = days.Length == 0 ? [] : page.Parties.Take(MostSides).SelectMany(p => Side(page, p, days, outlines)).ToList();
        return drawn.Count == 0 ? null : Html.El("div", Html.Class("multiples glance"), drawn);
    }

    private static IEnumerable<XElement> Side(Page page, Party side, ImmutableArray<Interval> days, MapOutlines? outlines)
    {
        if (Main(page, side.Id) is { } line)
        {
            var rows = Counter.Count(page.View, new CountQuery(line.Side, null, null, line.Act, line.Measure, days, Unit: line.Unit));
            var name = $"{side.Name} says: {Show.What(page.Case.Codes, line.Act, line.Measure, line.Unit)}, per day";
            yield return Html.El("figure",
                Html.El("h3", name),
                BarChart.Draw([.. rows.Select(r => new DayCount(r.Window, r.Min, r.Max, r.Coverage))], page.SideClass(side.Id), name, page.Case.Zone, page.Case.Truces));
        }

        if (MapSection.Drawing(page, side, new Interval(days[0].Start, days[^1].End), outlines) is { } map)
        {
            yield return map;
        }
    }

    // What most of the side's claims are about, named with or without a place.
    private static ClaimLine? Main(Page page, PartyId side) => page.Case.Sources.Where(s => s.Party == side).SelectMany(s => ClaimLine.OfSource(page, s))
        .OrderByDescending(l => l.Claims).ThenBy(l => l.Act).FirstOrDefault();
}
