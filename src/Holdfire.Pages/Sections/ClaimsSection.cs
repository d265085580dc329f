using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Counts;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>What each source claims for each day.</summary>
internal static class ClaimsSection
{
    private const int FewestDrawn = 5;

    public static XElement Draw(Page page)
    {
        var days = ClaimLine.Days(page);
        var lines = days.Length == 0 ? [] : page.Case.Sources.SelectMany(s => ClaimLine.OfSource(page, s)).ToImmutableArray();
        var few = lines.Where(l => l.Claims < FewestDrawn).ToImmutableArray();
        return Html.Section("claims", "Claims per day",
            Html.Note(
                "One chart for each source, act, measure and unit; none of them is ever added to another. Where small numbers would vanish beside great ones the axis is logarithmic, and says so. A claim whose time may lie in two days joins the most of " +
                $"both and the least of neither. Days are civil days of {page.Case.Zone}; where that gives closer bounds, as with claims about nights, they run " +
                "from noon to noon, which the chart then says."),
            days.Length == 0 ? null : Html.P(Html.El("strong", Show.Days(Whole(days), page.Case.Zone))),
            days.Length == 0 ? Html.Note("No claim with a known time.") : Legend.Draw(truces: true),
            Html.El("div", Html.Class("multiples"), lines.Where(l => l.Claims >= FewestDrawn).Select(l => Chart(page, l, days))),
            few.Length == 0 ? null : Html.El("h3", $"Fewer than {Show.Whole(FewestDrawn)} claims"),
            few.Length == 0 ? null : Html.Table("few", ["Source", "What", "Claimed over all days", "Claims"], few.Select(l => Few(page, l, days))),
            NotDrawn(page, lines),
            Withdrawn(page));
    }

    private static XElement? Withdrawn(Page page)
    {
        var gone = page.View.Standing.Withdrawn.Where(r => r.PartOf is null).ToList();
        return gone.Count == 0 ? null : Html.Note("Not counted, as their sources withdrew or corrected them: ", page.Links(gone.Select(r => r.Id.Value)), ".");
    }

    // What is claimed and in no line is said: a chart never loses a claim in silence.
    private static XElement? NotDrawn(Page page, ImmutableArray<ClaimLine> lines)
    {
        var left = page.Reports.Count(r => r.PartOf is null) - lines.Sum(l => l.Claims);
        var said = page.Case.Statements.Sum(s => s.Quantities.Count(q => q.PartOf is null));
        return left == 0 && said == 0 ? null : Html.Note(
            "Not drawn: ", string.Join("; ", ((string[])
            [
                left > 0 ? $"claims of reports, {Show.Whole(left)} in all" : "",
                said > 0 ? $"numbers in statements, {Show.Whole(said)} in all, which the audit takes one by one" : "",
            ]).Where(t => t.Length > 0)), ".");
    }

    /// <summary>The chart of one line over days, with all that it comes to.</summary>
    /// <param name="page">What it draws on.</param>
    /// <param name="line">The line, of a source.</param>
    /// <param name="days">The civil days, in order.</param>
    public static XElement Chart(Page page, ClaimLine line, ImmutableArray<Interval> days)
    {
        var nights = Nights(days);
        var rows = Count(page, line, days);
        var byNight = Count(page, line, nights);
        var noon = byNight.Sum(r => r.Min) > rows.Sum(r => r.Min);
        var bins = (noon ? byNight : rows).Select(r => new DayCount(r.Window, r.Min, r.Max, r.Coverage)).ToImmutableArray();
        var total = Count(page, line, [Whole(days)])[0];
        var name = $"{Upper(Show.What(page.Case.Codes, line.Act, line.Measure, line.Unit))}, says {page.SourceName(line.Source!.Value)}";
        return Html.El("figure",
            Html.El("h3", name, " ", Html.El("code", line.Act.Value)),
            BarChart.Draw(bins, page.SideClass(line.Side), name, page.Case.Zone, page.Case.Truces),
            Html.El("figcaption",
                $"In all {Show.Count(total.Min, total.Max)} in {Show.Whole(total.Reports)} claims; " +
                $"{Show.Hours(total.Coverage)}.{(noon ? " Days from noon to noon." : "")}"));
    }

    private static XElement Few(Page page, ClaimLine line, ImmutableArray<Interval> days)
    {
        var total = Count(page, line, [Whole(days)])[0];
        return Html.Row(
            page.SourceName(line.Source!.Value), new object[] { Show.What(page.Case.Codes, line.Act, line.Measure, line.Unit), " ", Html.El("code", line.Act.Value) },
            Show.Count(total.Min, total.Max), Show.Whole(total.Reports));
    }

    private static ImmutableArray<CountRow> Count(Page page, ClaimLine line, ImmutableArray<Interval> windows) =>
        Counter.Count(page.View, new CountQuery(line.Side, line.Source, null, line.Act, line.Measure, windows, Unit: line.Unit));

    private static Interval Whole(ImmutableArray<Interval> days) => new(days[0].Start, days[^1].End);

    /// <summary>From the middle of each day to that of the next, so that no claimed hour is lost at either end.</summary>
    private static ImmutableArray<Interval> Nights(ImmutableArray<Interval> days)
    {
        var half = Duration.FromHours(12);
        return [new Interval(days[0].Start - half, days[0].Start + half), .. days.Select(d => new Interval(d.Start + half, d.End + half))];
    }

    private static string Upper(string text) => string.Concat(char.ToUpperInvariant(text[0]), text[1..]);
}
