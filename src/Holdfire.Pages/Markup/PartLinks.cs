using System.Xml.Linq;

namespace Holdfire.Pages.Markup;

/// <summary>Links between the parts of a report.</summary>
internal static class PartLinks
{
    /// <summary>Points links to what is not in this part at the other; where there is no other, they become plain text.</summary>
    public static void Mend(XElement body, string other)
    {
        var here = body.DescendantsAndSelf().Attributes("id").Select(i => i.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var link in body.Descendants("a").Where(a => a.Attribute("href")?.Value is ['#', .. var id] && !here.Contains(Uri.UnescapeDataString(id))).ToList())
        {
            if (other.Length > 0)
            {
                link.SetAttributeValue("href", Uri.EscapeDataString(other) + link.Attribute("href")!.Value);
            }
            else
            {
                link.ReplaceWith(link.Nodes());
            }
        }
    }
}
