using System.Collections.Immutable;
using System.Xml.Linq;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Pages.Charts;
using Holdfire.Pages.Markup;
using Holdfire.Pages.Sections;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>The report of a case as one self-contained HTML file.</summary>
public static class HtmlReport
{
    /// <summary>Renders the file. The same input gives the same bytes.</summary>
    public static string Render(
        Case @case, ImmutableArray<TruceAssessment> assessments, ImmutableArray<AuditedClaim> audit, Instant? asOf) =>
        Render(@case, assessments, audit, asOf, null);

    /// <summary>Renders the file with the outlines of regions on its map. The same input gives the same bytes.</summary>
    public static string Render(
        Case @case, ImmutableArray<TruceAssessment> assessments, ImmutableArray<AuditedClaim> audit, Instant? asOf,
        MapOutlines? outlines) => Render(@case, assessments, audit, FindingSet.None, asOf, outlines);

    /// <summary>Renders the file with findings. The same input gives the same bytes.</summary>
    public static string Render(
        Case @case, ImmutableArray<TruceAssessment> assessments, ImmutableArray<AuditedClaim> audit, FindingSet findings,
        Instant? asOf, MapOutlines? outlines)
    {
        var page = new Page(@case, assessments, audit, asOf, findings);
        return HtmlFile.Write(Html.El("html", new XAttribute("lang", "en"), Head(page), Html.El("body",
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

    private static XElement Head(Page page) =>
        Html.El("head",
            Html.El("meta", new XAttribute("charset", "utf-8")),
            Html.El("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            Html.El("title", page.Case.Invented ? $"INVENTED: {page.Case.Title}" : page.Case.Title),
            Html.El("style", Stylesheet()));

    private static string Stylesheet()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
