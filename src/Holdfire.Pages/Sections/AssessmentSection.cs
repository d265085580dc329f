using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Terms;
using Holdfire.Time;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>Whether each truce held, as far as claims tell.</summary>
internal static class AssessmentSection
{
    public static XElement Draw(Page page) =>
        Html.Section("assessment", "Did it hold?",
            Html.Note(
                "One row for each forbidden act, alleged actor and source; never added up over sources or sides. Rates are per day, with " +
                "bounds. The ratio is during over before, as a 95 % interval over both extremes of the bounds; the detectable ratio is " +
                "what could have been shown with 80 % power. A verdict is given twice more: had the unknown hours been quiet, and had " +
                "they been as before."),
            page.Assessments.Select(a => Truce(page, a)));

    private static XElement Truce(Page page, TruceAssessment assessed) =>
        Html.El("details", new XAttribute("open", "open"),
            Html.El("summary", Html.El("h3", $"{assessed.Truce.Id}: {assessed.Truce.Name} ({Show.Words(assessed.Status)})")),
            assessed.Lines.Length == 0
                ? Html.Note(assessed.Status == TruceStatus.NeverInForce ? "It never began; there is nothing to assess." : "No source reports on what it forbids.")
                : new object[]
                {
                    Html.Table("lines", ["Act, actor and source", "Before, per day", "During, per day", "After, per day", "Ratio", "Coverage", "Verdict"],
                        assessed.Lines.Select(l => Row(page, l))),
                    assessed.Lines.Select(l => Detail(page, assessed.Truce, l)),
                });

    private static XElement Row(Page page, AssessmentLine line) =>
        Html.Row(
            new object[] { Html.El("strong", Name(line)), Html.El("br"), $"alleged actor {page.PartyName(line.AllegedActor)}", Html.El("br"), $"says {page.SourceName(line.Source)}" },
            $"{Show.Rate(line.Baseline)} over {Show.Number(line.BaselineDays)} days",
            Show.Rate(line.During),
            line.After is { } after ? Show.Rate(after) : "no day after",
            new object[] { Show.Ratio(line.Ratio), Html.El("br"), line.DetectableRatio is { } least ? $"detectable: {Show.Number(least)}" : "no detectable ratio" },
            Show.Hours(line.Coverage),
            line.Verdict is { } verdict
                ? new object[]
                {
                    Html.El("strong", Html.Class("verdict"), Show.Words(verdict)), Html.El("br"),
                    $"if unknown hours were quiet: {Word(line.VerdictIfQuiet)}", Html.El("br"), $"if as before: {Word(line.VerdictIfBaseline)}",
                }
                : "no verdict: not bound");

    private static XElement Detail(Page page, Truce truce, AssessmentLine line) =>
        Html.El("div", Html.Class("detail"),
            Html.El("h4", $"{Name(line)}, alleged actor {page.PartyName(line.AllegedActor)}, says {page.SourceName(line.Source)}"),
            Html.El("ul",
                Html.El("li", Breach(page, truce, line)),
                Html.El("li", $"Civilians said to have been killed during it: {Show.Count(line.Killed)}; injured: {Show.Count(line.Injured)}."),
                line.RatioWithAnnounced is null ? null : Html.El("li",
                    $"With the days between announcement and start left in: before {Show.Rate(line.BaselineWithAnnounced)} per day, ratio {Show.Ratio(line.RatioWithAnnounced)}."),
                line.Dispersion is { } index ? Html.El("li", $"Dispersion index of the days before: {Show.Number(index)}.") : null,
                line.Reasons.Select(r => Html.El("li", r)),
                line.Wanted.Select(w => Html.El("li",
                    $"Wanted: {page.SourceName(w.Source)} on {w.Act}, {Show.Span(w.When, truce.Zone)}, {Show.Number(w.Hours)} h. {w.Why}"))),
            line.Hourly.Length == 0 ? null : Html.Figure(
                BarChart.Draw(line.Hourly, page.SideClass(SideOf(page, line)), $"{Name(line)} per hour within {truce.Name}", truce.Zone, []),
                $"Claims per hour within {truce.Id}, {page.SourceName(line.Source)}; bounds, arrows and hatching as for the days."));

    private static object Breach(Page page, Truce truce, AssessmentLine line)
    {
        if (line.FirstAllegedBreach is not { } at)
        {
            return "No claim lies wholly within the truce.";
        }
        var start = truce.For(line.AllegedActor)?.When ?? truce.Intended;
        var after = start.HasStart ? $", {Show.Number((at - Intervals.StartOf(start)).TotalHours)} h after the start" : "";
        return new object[]
        {
            $"First claim wholly within the truce: from {Show.Time(at, truce.Zone)}{after}",
            line.FirstAllegedBreachReport is { } report ? new[] { " [", page.Link(report.Value), "]" } : [], ".",
        };
    }

    private static Holdfire.Sources.PartyId? SideOf(Page page, AssessmentLine line) =>
        page.Case.Sources.FirstOrDefault(s => s.Id == line.Source)?.Party;

    private static string Name(AssessmentLine line) =>
        $"{line.Act}{(line.Target is { } target ? $" on {Show.Words(target)}" : "")}, {Show.Words(line.Measure)}" +
        (line.OutsideTerms ? " (outside the terms)" : "");

    private static string Word(Verdict? verdict) => verdict is { } v ? Show.Words(v) : "none";
}
