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
    public static string Render(
        CaseView view, ImmutableArray<AnsweredTruce> answers, ImmutableArray<AuditedClaim> audit, FindingSet? findings = null,
        MapOutlines? outlines = null, Instant? now = null)
    {
        var page = new Page(view, answers, audit, findings ?? FindingSet.None) { Now = now };
        return HtmlFile.Write(Html.El("html", new XAttribute("lang", "en"), FileHead.Draw(page.Case.Invented ? $"INVENTED: {page.Case.Title}" : page.Case.Title, "report.css"), Html.El("body",
            Patterns.Draw(),
            HeaderSection.Draw(page),
            Html.El("main",
                SummarySection.Draw(page),
                TalksSection.Draw(page),
                TruceSection.Draw(page),
                ClaimsSection.Draw(page),
                MapSection.Draw(page, outlines),
                AuditSection.Draw(page),
                AssessmentSection.Draw(page),
                FindingsSection.Draw(page),
                StatementSection.Draw(page),
                ConflictSection.Draw(page),
                CitedSection.Draw(page),
                MethodSection.Draw(page)),
            MethodSection.Colophon(page))));
    }
}
