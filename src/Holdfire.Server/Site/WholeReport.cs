using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Pages;
using Holdfire.Pages.Charts;
using Holdfire.Views;

namespace Holdfire.Server.Site;

/// <summary>The whole report of a view as one HTML file.</summary>
internal static class WholeReport
{
    /// <summary>Makes it as <c>holdfire report</c> does.</summary>
    public static string Of(CaseView view, Work work)
    {
        var table = RulesChoice.Of((NamedText?)null);
        var events = EventsByStandard.Of(view, table, FusionChoice.Of(view, (NamedText?)null), null, work);
        var answers = TruceAnswers.Of(view, Assessor.Assess(view, new AssessmentOptions()), events.Findings, fused: true);
        return HtmlReport.Render(
            view, answers, Auditor.Audit(view),
            new FindingSet(events.Findings, table.Version, events.Parameters), MapOutlines.BuiltIn);
    }
}
