using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>The list of contents: every section that is there, by its heading.</summary>
internal static class ContentsSection
{
    /// <summary>The list.</summary>
    /// <param name="sections">The sections, in order.</param>
    /// <param name="frame">Which part of the report this is.</param>
    public static XElement Draw(IEnumerable<XElement> sections, ReportFrame frame) =>
        Html.El("nav", new XAttribute("aria-label", "Contents"),
            Html.El("ol", sections.Select(s => Html.El("li", Html.El("a", new XAttribute("href", "#" + s.Attribute("id")!.Value), s.Element("h2")!.Value)))),
            frame.Other.Length == 0 ? null : Html.P(
                frame.Part == ReportPart.Annex ? "The report itself: " : "Talks, audit, steps, lists, statements and codes: ",
                Html.El("a", new XAttribute("href", Uri.EscapeDataString(frame.Other)), frame.Part == ReportPart.Annex ? "main part" : "annex"), "."));
}
