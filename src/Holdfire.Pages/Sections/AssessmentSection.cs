using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>Whether each truce held, as far as claims tell.</summary>
internal static class AssessmentSection
{
    private static readonly ImmutableArray<string> Heads =
        ["Act, and who says it", "Before", "During", "After", "Ratio, 95 %", "Hours watched", "Verdict"];

    /// <summary>The section.</summary>
    /// <param name="page">What it draws on.</param>
    /// <param name="telling">Whether checks that cannot say are only counted: the annex has them.</param>
    public static XElement Draw(Page page, bool telling = false) =>
        Html.Section("assessment", "Did it hold?",
            Html.Note(
                "One row for each forbidden act, alleged actor and source; never added up over sources or sides. Rates are of watched time, with " +
                "bounds. The ratio is during over before, as an interval over both extremes of the bounds; \"would show\" is the greatest " +
                "ratio below 1 that would most likely have been seen (80 % power). A verdict stands where it is the same whether the " +
                "unwatched hours were quiet or as before; else both are given. \"Or more\": no upper limit."),
            page.LeftOut(page.Shown.Truces, "truces announced later"),
            page.Assessments.Select(a => Truce(page, a, telling)));

    private static XElement Truce(Page page, TruceAssessment assessed, bool telling)
    {
        var terms = assessed.Lines.Where(l => !l.OutsideTerms).ToImmutableArray();
        var shown = telling ? [.. terms.Where(l => l.Verdict is not (null or Verdict.CannotSay))] : terms;
        var others = assessed.Lines.Where(l => l.OutsideTerms).ToImmutableArray();
        return Html.El("article",
            Html.El("h3", $"{assessed.Truce.Id}: {assessed.Truce.Name} ({Show.Words(assessed.Status)})"),
            terms.Length == 0
                ? Html.Note(assessed.Status == TruceStatus.NeverInForce ? "It never began; there is nothing to assess." : "No source reports on what it forbids.")
                : shown.Length == 0 ? null : Table(page, shown),
            shown.Length == terms.Length ? null : Html.Note($"Not enough data for a verdict in {Show.Whole(terms.Length - shown.Length)} of {Show.Whole(terms.Length)} checks; the annex has each with its numbers and steps."),
            assessed.LeftOut.IsEmpty ? null : Html.Note("Not assessed: " + string.Join("; ", assessed.LeftOut.Select(l =>
                $"{Show.Whole(l.Reports)} of {page.SourceName(l.Source)} {(l.Actor is { } actor ? $"about {page.PartyName(actor)}" : "that name no actor")} ({l.Why})")) + "."),
            Hours(page, assessed, terms),
            terms.Length == 0 ? null : Html.El("details",
                Html.El("summary", $"{assessed.Truce.Id}: the steps to each verdict, first claims, harm, and what would settle it"),
                LineSteps.Draw(page, assessed.Truce, terms)),
            others.Length == 0 ? null : Html.El("details",
                Html.El("summary", $"{assessed.Truce.Id}: acts outside the terms, without a verdict (did they take the place of forbidden ones?)"),
                Table(page, others)));
    }

    private static XElement Table(Page page, ImmutableArray<AssessmentLine> lines) =>
        Html.Table("lines", Heads, lines.GroupBy(l => l.AllegedActor).SelectMany(g => g.Select(l => Row(page, l)).Prepend(Actor(page, g.Key))));

    private static XElement Actor(Page page, PartyId? actor) =>
        Html.El("tr", Html.Class("group"), Html.El("th",
            new XAttribute("colspan", Heads.Length), new XAttribute("scope", "rowgroup"), $"Alleged actor: {page.ActorName(actor)}"));

    private static XElement Row(Page page, AssessmentLine line) =>
        Html.Row(
            new object[] { Html.El("strong", Name(page, line)), " ", Html.El("code", line.Act.Value), Html.El("br"), page.SourceName(line.Source) },
            new object[] { Show.Rate(line.Baseline, line.RatePer), Html.El("br"), Html.El("small", Show.DayCount(line.BaselineDays)) },
            Show.Rate(line.During, line.RatePer),
            line.After is { } after ? Show.Rate(after, line.RatePer) : "no data",
            new object?[]
            {
                Show.Ratio(line.Ratio),
                line.DetectableRatio is { } least ? new object[] { Html.El("br"), Html.El("small", $"{Show.Number(least)} would show") } : null,
            },
            $"{Show.Number(line.Coverage.Yes)} of {Show.Number(line.Coverage.Yes + line.Coverage.No + line.Coverage.Unknown)}",
            line.Verdict is { } verdict ? Words(verdict, line) : line.OutsideTerms ? "not forbidden" : "not bound: no verdict");

    private static object[] Words(Verdict verdict, AssessmentLine line)
    {
        var strong = Html.El("strong", Html.Class("verdict"), Show.Words(verdict));
        return line.VerdictIfQuiet == verdict && line.VerdictIfBaseline == verdict
            ? [strong]
            :
            [
                strong, Html.El("br"),
                Html.El("small", $"if quiet: {Word(line.VerdictIfQuiet)}; if as before: {Word(line.VerdictIfBaseline)}"),
            ];
    }

    /// <summary>Hour by hour, for the lines with anything claimed within the truce.</summary>
    private static object?[] Hours(Page page, TruceAssessment assessed, ImmutableArray<AssessmentLine> lines)
    {
        var hourly = lines.Where(l => l.Hourly.Length > 0).ToList();
        if (hourly.Count == 0)
        {
            return [];
        }
        var drawn = hourly.Where(l => l.Hourly.Any(h => h.Max != 0)).ToList();
        var empty = hourly.Count - drawn.Count;
        return
        [
            Html.El("h4", $"{assessed.Truce.Id}, hour by hour"),
            drawn.Count == 0 ? null : Html.Note("A claim about a whole day may lie in any of its hours, and joins the most of each."),
            drawn.Count == 0 ? null : Legend.Draw(truces: false),
            Html.El("div", Html.Class("multiples"), drawn.Select(l => Html.El("figure",
                Html.El("h4", $"{Show.What(page.Case.Codes, l.Act, l.Measure)}, says {page.SourceName(l.Source)}"),
                BarChart.Draw(l.Hourly, page.SideClass(page.SideOf(l.Source)), $"{Name(page, l)} per hour within {assessed.Truce.Name}", assessed.Truce.Zone, [])))),
            empty == 0 ? null : Html.Note(
                $"{Show.Whole(empty)} of {Show.Whole(hourly.Count)} rows have no claim that may lie within it. That does not mean that it was quiet."),
        ];
    }

    public static string Name(Page page, AssessmentLine line) =>
        $"{Show.What(page.Case.Codes, line.Act, line.Measure)}{(line.Target is { } target ? $"; target: {page.Case.Codes.NameOf(target)}" : "")}";

    private static string Word(Verdict? verdict) => verdict is { } v ? Show.Words(v) : "none";
}
