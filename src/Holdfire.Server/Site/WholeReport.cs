using System.Text;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Pages;
using Holdfire.Pages.Charts;
using Holdfire.Views;

namespace Holdfire.Server.Site;

/// <summary>The whole report of a view, kept with it.</summary>
/// <param name="Bytes">The HTML file.</param>
internal sealed record WholeReport(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Makes it as <c>holdfire report</c> does.</summary>
    public static WholeReport Of(CaseView view, Work work)
    {
        var table = RulesChoice.Of((NamedText?)null);
        var events = EventsByStandard.Of(view, table, FusionChoice.Of(view, (NamedText?)null), null, work);
        var html = HtmlReport.Render(
            view, Assessor.Assess(view, new AssessmentOptions()), Auditor.Audit(view),
            new FindingSet(events.Findings, table.Version, events.Parameters), MapOutlines.BuiltIn);
        return new WholeReport(Encoding.UTF8.GetBytes(html));
    }
}
