using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Counts;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Sources;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>What each source claims for each day.</summary>
internal static class ClaimsSection
{
    public static XElement Draw(Page page)
    {
        var days = ClaimLine.Days(page);
        return Html.Section("claims", "Claims per day",
            Html.Note(
                "One chart for each source and act; sources are never added. Solid: the least that the claims allow. " +
                "Lighter: the most. An arrow: the claims set no upper limit. Shaded: a truce (dashed where it never came into force). " +
                "Hatched under the axis: hours of which nobody knows whether the source was looking; crossed: hours declared not watched. " +
                $"Days are civil days of {page.Case.Zone}."),
            days.Length == 0
                ? Html.Note("No claim with a known time.")
                : page.Case.Sources.SelectMany(s => ClaimLine.OfSource(page, s)).Select(l => Chart(page, l, days)));
    }

    private static XElement Chart(Page page, ClaimLine line, ImmutableArray<Interval> days)
    {
        var query = new CountQuery(line.Side, line.Source, null, line.Act, line.Measure, days, page.AsOf);
        var rows = Counter.Count(page.Case, query);
        var total = Counter.Count(page.Case, query with { Windows = [new Interval(days[0].Start, days[^1].End)] })[0];
        var bins = rows.Select(r => new DayCount(r.Window, r.Min, r.Max, r.Coverage)).ToImmutableArray();
        var name = page.SourceName(line.Source!.Value);
        var caption = $"{page.PartyName(line.Side)}, {name}: {line.Act}, said to have been {Word(line)}. Over all days: " +
            $"{Show.Count(total.Min, total.Max)}, from {Show.Whole(total.Reports)} claims; {Show.Hours(total.Coverage)}.";
        return Html.Figure(BarChart.Draw(bins, page.SideClass(line.Side), caption, page.Case.Zone, page.Case.Truces), caption);
    }

    private static string Word(ClaimLine line) => line.Measure switch
    {
        Holdfire.Reports.Measure.NotReached => "lost or without effect",
        Holdfire.Reports.Measure.Occurred => "committed",
        _ => Show.Words(line.Measure),
    };
}
