using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Charts;

/// <summary>The hatchings that all charts of a page share, by the ids that the stylesheet uses.</summary>
internal static class Patterns
{
    public static XElement Draw() =>
        Html.El("svg", Html.Class("patterns"), new XAttribute("aria-hidden", "true"),
            Html.El("defs", Pattern("hatch", "M0 4L4 0"), Pattern("cross", "M0 4L4 0M0 0L4 4")));

    private static XElement Pattern(string id, string data) =>
        Html.El("pattern", new XAttribute("id", id), new XAttribute("width", "4"), new XAttribute("height", "4"),
            new XAttribute("patternUnits", "userSpaceOnUse"), Svg.Path(data, "stroke"));
}
