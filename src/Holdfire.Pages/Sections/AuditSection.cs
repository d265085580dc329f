using System.Xml.Linq;
using Holdfire.Audit;
using Holdfire.Model;
using Holdfire.Pages.Markup;
using Holdfire.Queries;
using NodaTime;

namespace Holdfire.Pages.Sections;

/// <summary>What the numbers in statements come to when checked.</summary>
internal static class AuditSection
{
    public static XElement Draw(Page page) =>
        Html.Section("audit", "The audit",
            Html.Note(
                "Each number in a statement, against the finer claims of the same side, the other side's claims (a reason, never a " +
                "verdict), the hours that the side's sources covered, its own parts, and other accounts of it. \"Or more\": no upper limit."),
            page.Audit.Length == 0
                ? Html.Note("No number in a statement to audit.")
                : Html.Table("audit", ["Claim", "What the audit finds", "Claimed", "Own side's finer claims", "Other sides' claims", "Hours covered"],
                    page.Audit.SelectMany(a => new[] { Row(page, a), Reasons(page, a) })));

    public static XElement VerdictOf(AuditedClaim audited) =>
        Html.El("strong", Html.Class($"verdict {audited.Verdict.ToString().ToLowerInvariant()}"), Texts.Words(audited.Outcome));

    private static XElement Row(Page page, AuditedClaim audited)
    {
        var claim = audited.Claim;
        var cells = Html.Row(
            new object?[]
            {
                claim.Statement is { } statement && statement.Value != claim.Id.Value ? new[] { page.Link(statement.Value), ", " } : null,
                Html.El("strong", claim.Id.Value), ": ", page.SourceName(claim.Source), Html.El("br"),
                audited.Harm is var (kind, of) ? $"{Show.Words(kind)}, {(of == HarmGroup.Unknown ? "not said whether civilians" : Show.Words(of))}:" : Show.What(page.Case.Codes, claim.Act, claim.Measure, claim.Unit), " ", Html.El("code", claim.Act.Value), Html.El("br"),
                Html.El("small", When.Of(claim.Window)),
            },
            new object[]
            {
                VerdictOf(audited), Html.El("br"), audited.InShort,
            },
            Show.Count(claim.Count), Show.Count(audited.Own), Show.Count(audited.Other),
            $"{Show.Number(audited.CoveredHours)} of {Show.Number(audited.WindowHours)}");
        cells.Add(page.Anchor(claim.Id.Value));
        return cells;
    }

    private static XElement Reasons(Page page, AuditedClaim audited) =>
        Html.El("tr", Html.Class("reasons"), Html.El("td", new XAttribute("colspan", 6),
            Html.List(audited.Reasons.Select(r => (object)new object[]
            {
                Html.El("code", r.Rule), " ", PlainReason.Of(r.Text, DateTimeZoneProviders.Tzdb[page.Case.Zone]), r.Evidence.Length > 0 ? new object[] { " [", page.Links(r.Evidence), "]" } : [],
            }))));
}
