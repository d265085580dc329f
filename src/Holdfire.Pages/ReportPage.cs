using Holdfire.Pages.Charts;
using Holdfire.Queries;

namespace Holdfire.Pages;

/// <summary>The answer to <c>report</c> as one self-contained HTML file, or as a part of it.</summary>
public static class ReportPage
{
    /// <summary>Renders it. The same answer and frame give the same bytes.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="frame">What stands around the file; null for all in one. Date of issue and marking are those of the answer.</param>
    public static string Write(ReportAnswer answer, ReportFrame? frame = null)
    {
        var content = answer.Content;
        var findings = new FindingSet(content.Events.Findings, content.Events.Table.Version, content.Events.Parameters) { Crowded = content.Events.Crowded };
        return HtmlReport.Render(
            content.View, content.Answers, content.Audit, findings, MapOutlines.BuiltIn, content.Now,
            (frame ?? ReportFrame.Whole) with { Issued = answer.Issued ?? "", Marking = answer.Marking ?? "" });
    }
}
