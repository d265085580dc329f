using System.Collections.Immutable;
using Holdfire.Assessment;
using Holdfire.Audit;
using Holdfire.Findings;
using Holdfire.Fusion;
using Holdfire.Pages.Charts;
using Holdfire.Queries;
using Holdfire.Views;
using NodaTime;

namespace Holdfire.Pages;

/// <summary>The whole report of a view as one HTML file: what the command writes and the server shows.</summary>
public static class WholeReport
{
    /// <summary>Works out what the report tells, and renders it.</summary>
    /// <param name="view">The case as it is seen.</param>
    /// <param name="rules">The rules of the findings.</param>
    /// <param name="fusion">How reports are fused.</param>
    /// <param name="work">How much of the machine it may use.</param>
    /// <param name="now">The instant at which it is said what is in force and what is overdue; null for none.</param>
    public static string Of(CaseView view, FindingRules rules, FusionInput fusion, Work work, Instant? now) => Of(view, rules, fusion, work, now, ReportFrame.Whole)[0];

    /// <summary>Works out once what the report tells, and renders it in each of these frames.</summary>
    /// <param name="view">The case as it is seen.</param>
    /// <param name="rules">The rules of the findings.</param>
    /// <param name="fusion">How reports are fused.</param>
    /// <param name="work">How much of the machine it may use.</param>
    /// <param name="now">The instant at which it is said what is in force and what is overdue; null for none.</param>
    /// <param name="frames">What stands around each file.</param>
    public static ImmutableArray<string> Of(CaseView view, FindingRules rules, FusionInput fusion, Work work, Instant? now, params IEnumerable<ReportFrame> frames)
    {
        var events = EventsByStandard.Of(view, rules, fusion, null, work);
        var answers = TruceAnswers.Of(view, Assessor.Assess(view, new AssessmentOptions()), events.Findings, fused: true);
        ImmutableArray<AuditedClaim> audit = [.. Auditor.Audit(view), .. Auditor.AuditHarm(view)];
        var findings = new FindingSet(events.Findings, rules.Version, events.Parameters);
        return [.. frames.Select(f => HtmlReport.Render(view, answers, audit, findings, MapOutlines.BuiltIn, now, f))];
    }
}
