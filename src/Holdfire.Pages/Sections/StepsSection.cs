using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Sections;

/// <summary>What the main part folds away of the findings: lists, and counts per day.</summary>
internal static class StepsSection
{
    /// <summary>The folded parts of these sections, open; null where there are none.</summary>
    public static XElement? Draw(IEnumerable<XElement> sections)
    {
        var folded = sections.SelectMany(s => s.Descendants("details")).ToList();
        return folded.Count == 0 ? null : Html.Section("steps", "Findings, one by one", folded.Select(d => Html.El("article",
            Html.El("h3", d.Element("summary")!.Value), d.Nodes().Where(n => n is not XElement { Name.LocalName: "summary" }))));
    }
}
