using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Audit;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Pages.Sections;
using Holdfire.Queries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>The report of a case as one self-contained HTML file.</summary>
public static class HtmlReport
{
    /// <summary>Renders the file. The same input gives the same bytes.</summary>
    /// <param name="view">The case as it is seen.</param>
    /// <param name="answers">The answers on its truces, from the same view.</param>
    /// <param name="audit">The audit of its claims, from the same view.</param>
    /// <param name="findings">The findings, from the same view; null for a report without.</param>
    /// <param name="outlines">The outlines of regions for the map; null for a map without.</param>
    /// <param name="now">The instant at which it is said what is in force and which deadlines have passed; null where it is not said.</param>
    /// <param name="frame">What stands around it; null for all in one file.</param>
    public static string Render(
        CaseView view, ImmutableArray<AnsweredTruce> answers, ImmutableArray<AuditedClaim> audit, FindingSet? findings = null,
        MapOutlines? outlines = null, Instant? now = null, ReportFrame? frame = null)
    {
        var around = frame ?? ReportFrame.Whole;
        var page = new Page(view, answers, audit, findings ?? FindingSet.None) { Now = now };
        var sections = Sections(page, outlines, around.Part).OfType<XElement>().ToList();
        var body = Html.El("body", Html.Class(around.Part.ToString().ToLowerInvariant()),
            Patterns.Draw(), HeaderSection.Draw(page, around, ContentsSection.Draw(sections, around)), Html.El("main", sections), MethodSection.Colophon(page));
        if (around.Part == ReportPart.Main)
        {
            Plainly(body);
        }

        PartLinks.Mend(body, around.Other);
        var title = page.Case.Invented ? $"INVENTED: {page.Case.Title}" : page.Case.Title;
        return HtmlFile.Write(Html.El("html", new XAttribute("lang", "en"),
            FileHead.Draw(title, PrintedPage.Style(title + (around.Part == ReportPart.Annex ? ": annex" : ""), around.Marking, Foot(view, around)), ["report.css"]), body));
    }

    private static IEnumerable<XElement?> Sections(Page page, MapOutlines? outlines, ReportPart part)
    {
        if (part == ReportPart.Annex)
        {
            var findings = FindingsSection.Draw(page);
            return
            [
                SummarySection.InFull(page), TalksSection.Draw(page), SummarySection.Statements(page), AuditSection.Draw(page), AssessmentSection.Draw(page), StepsSection.Draw(findings is null ? [] : [findings]),
                StatementSection.Draw(page), ConflictSection.Draw(page), CitedSection.Draw(page), CodesSection.Draw(page),
            ];
        }

        XElement?[] main =
        [
            part == ReportPart.Main ? SummarySection.Page(page, outlines) : SummarySection.Draw(page, outlines), part == ReportPart.Main ? null : SummarySection.Statements(page), SummarySection.Talks(page),
            part == ReportPart.Main ? null : TalksSection.Draw(page), TruceSection.Draw(page), ClaimsSection.Draw(page), MapSection.Draw(page, outlines),
        ];
        return part == ReportPart.Main ? [.. main, AssessmentSection.Draw(page, telling: true), FindingsSection.Draw(page), MethodSection.Draw(page)]
            :
            [
                .. main, AuditSection.Draw(page), AssessmentSection.Draw(page), FindingsSection.Draw(page), StatementSection.Draw(page), ConflictSection.Draw(page),
                CitedSection.Draw(page), MethodSection.Draw(page),
            ];
    }

    // What a machine looks up, and what is folded away, is in the annex; times stand in their zone alone.
    private static void Plainly(XElement body)
    {
        foreach (var element in body.Descendants().Where(e => e.Name.LocalName is "code" or "details" || e.Attribute("class")?.Value == "utc").ToList())
        {
            element.Remove();
        }
    }

    private static string Foot(CaseView view, ReportFrame frame) => string.Join("  ·  ", ((string[])
    [
        $"Case {view.Recorded.Id}", frame.Issued.Length > 0 ? $"issued {frame.Issued}" : "",
        view.Coordinates.KnownBy is { } by ? $"known by {Texts.Of(by)}" : "", frame.Root.Length > 0 ? $"record {FormattableString.Invariant($"{view.Coordinates.RecordedAt?.Size}")} {frame.Root}" : "",
    ]).Where(t => t.Length > 0));
}
