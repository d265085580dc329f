using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Charts;

/// <summary>What the marks of the charts mean, drawn as they are in the charts.</summary>
internal static class Legend
{
    public static XElement Draw(bool truces) =>
        Html.El("p", Html.Class("legend"),
            Item("the least that the claims allow", Swatch("min side-x")),
            Item("the most", Swatch("max side-x")),
            Item("no upper limit", Svg.Line(9, 12, 9, 4, "open side-x"), Svg.Path("M5 6L9 0L13 6Z", "head side-x")),
            Item("hours of which nobody knows whether the source looked", Swatch("unknown")),
            Item("hours declared not watched", Swatch("unwatched")),
            truces ? Item("truce in force", Swatch("truce")) : null,
            truces ? Item("truce that never came into force", Swatch("truce-proposed")) : null);

    private static XElement Swatch(string className) => Svg.Rect(1, 1, 16, 10, className);

    private static XElement Item(string text, params XElement[] marks) =>
        Html.El("span",
            new XElement("svg", new XAttribute("viewBox", "0 0 18 12"), new XAttribute("aria-hidden", "true"), Html.Class("swatch"), marks),
            text, " ");
}
