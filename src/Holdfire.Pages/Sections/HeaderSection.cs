using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The title, what the report is, and as of when.</summary>
internal static class HeaderSection
{
    private static readonly (string Id, string Title)[] Contents =
    [
        ("summary", "In short"), ("talks", "Talks"), ("truces", "Truces"), ("claims", "Claims per day"), ("map", "Map"), ("audit", "Audit"), ("assessment", "Did it hold?"),
        ("findings", "Findings"), ("statements", "Statements"), ("conflicts", "Conflicting accounts"), ("method", "Method and gaps"),
    ];

    public static XElement Draw(Page page) =>
        Html.El("header",
            page.Case.Invented ? Html.El("p", Html.Class("invented"), "INVENTED. This case is made up; nothing in it happened.") : null,
            Html.El("h1", page.Case.Title),
            Html.P(Html.El("strong", "Claims, not facts. "),
                "This report shows what was agreed, what each side claims, and what the claims come to when checked against " +
                "each other. A claim is never shown as an event, and silence is never shown as quiet."),
            Html.P(page.AsOf is { } asOf ? $"As of {Show.Time(asOf, page.Case.Zone)}: only what was known by then is counted." : "As of: everything in the record."),
            page.Now is { } now ? Html.P($"What is in force, and which deadlines have passed, is told as of {Show.Time(now, page.Case.Zone)}.") : null,
            Html.El("nav", Html.Joined(Contents.Where(c => c.Id switch { "talks" => page.View.Recorded.Talks.Items.Length > 0, "findings" => !page.Findings.IsEmpty, _ => true }).Select(c => (object)Html.El("a", new XAttribute("href", "#" + c.Id), c.Title)), " · ")));
}
