using System.Xml.Linq;
using Holdfire.Audit;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>What the numbers in statements come to when checked.</summary>
internal static class AuditSection
{
    public static XElement Draw(Page page) =>
        Html.Section("audit", "The audit",
            Html.Note(
                "Each number in a statement, against the finer claims of the same side, the other side's claims (a reason, never a " +
                "verdict), the hours that the side's sources covered, its own parts, and other accounts of it."),
            page.Audit.Length == 0
                ? Html.Note("No number in a statement to audit.")
                : Html.Table("audit", ["Claim", "Claimed", "Own side's finer claims", "Other sides' claims", "Hours covered", "Verdict", "Reasons"],
                    page.Audit.Select(a => Row(page, a))));

    private static XElement Row(Page page, AuditedClaim audited)
    {
        var claim = audited.Claim;
        var cells = Html.Row(
            new object?[]
            {
                claim.Statement is { } statement && statement.Value != claim.Id.Value ? new[] { page.Link(statement.Value), Html.El("br") } : null,
                claim.Id.Value, Html.El("br"), page.SourceName(claim.Source), Html.El("br"),
                $"{claim.Act}, {Show.Words(claim.Measure)}, in {Show.Words(claim.Unit)}s", Html.El("br"), Html.El("small", Show.Window(claim.Window)),
            },
            Show.Count(claim.Count), Show.Count(audited.Own), Show.Count(audited.Other),
            $"{Show.Number(audited.CoveredHours)} of {Show.Number(audited.WindowHours)} h",
            new object[]
            {
                Html.El("strong", Html.Class($"verdict {audited.Verdict.ToString().ToLowerInvariant()}"), Show.Words(audited.Verdict)), Html.El("br"),
                audited.Fault == AuditFault.NoneFound ? "no fault found" : $"fault: {Show.Words(audited.Fault)}",
            },
            Html.List(audited.Reasons.Select(r => (object)new object[]
            {
                Html.El("code", r.Rule), " ", r.Text, r.Evidence.Length > 0 ? new object[] { " [", page.Links(r.Evidence), "]" } : [],
            })));
        cells.Add(page.Anchor(claim.Id.Value));
        return cells;
    }
}
