using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The title, what the report is, and as of when.</summary>
internal static class HeaderSection
{
    public static XElement Draw(Page page, ReportFrame frame, XElement contents) =>
        Html.El("header",
            page.Case.Invented ? Html.El("p", Html.Class("invented"), "INVENTED. This case is made up; nothing in it happened.") : null,
            frame.Marking.Length == 0 ? null : Html.El("p", Html.Class("marking"), frame.Marking),
            Html.El("h1", page.Case.Title + (frame.Part == ReportPart.Annex ? ": annex" : "")),
            Html.P(Html.El("strong", "Claims, not facts. "),
                "This report shows what was agreed, what each side claims, and what the claims come to when checked against " +
                "each other. A claim is never shown as an event, and silence is never shown as quiet."),
            Html.P(page.AsOf is { } asOf ? $"As of {Show.Time(asOf, page.Case.Zone)}: only what was known by then is counted." : "As of: everything in the record.",
                frame.Issued.Length == 0 ? "" : $" Issued {frame.Issued}."),
            page.Now is { } now ? Html.P($"What is in force, and which deadlines have passed, is told as of {Show.Time(now, page.Case.Zone)}.") : null,
            contents);
}
