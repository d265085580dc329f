using System.Xml.Linq;

namespace Holdfire.Pages.Markup;

/// <summary>Elements of HTML. Text is always a node, so it is always encoded.</summary>
internal static class Html
{
    public static XElement El(string name, params object?[] content) => new(name, content);

    public static XAttribute Class(string value) => new("class", value);

    public static XElement P(params object?[] content) => El("p", content);

    public static XElement Note(params object?[] content) => El("p", [Class("note"), .. content]);

    public static XElement Section(string id, string title, params object?[] content) =>
        El("section", [new XAttribute("id", id), El("h2", title), .. content]);

    public static XElement List(IEnumerable<object> items) => El("ul", items.Select(i => El("li", i)));

    public static XElement Figure(XElement drawing, string caption) =>
        El("figure", drawing, El("figcaption", caption));

    /// <summary>A drawing that scrolls on a narrow screen instead of shrinking until it cannot be read.</summary>
    public static XElement WideFigure(XElement drawing, string caption) =>
        El("figure", El("div", Class("scroll wide"), drawing), El("figcaption", caption));

    /// <summary>A table. Each cell knows the head of its column, so that a narrow screen can show a row as a list.</summary>
    public static XElement Table(string className, IEnumerable<string> heads, IEnumerable<XElement> rows)
    {
        string[] names = [.. heads];
        return El("div", Class("scroll"), El("table", Class(className),
            El("thead", El("tr", names.Select(h => El("th", new XAttribute("scope", "col"), h)))),
            El("tbody", rows.Select(r => Headed(r, names)))));
    }

    private static XElement Headed(XElement row, string[] names)
    {
        XElement[] cells = [.. row.Elements("td")];
        for (var i = 1; i < cells.Length && cells.Length == names.Length; i++)
        {
            cells[i].SetAttributeValue("data-head", names[i]);
        }

        return row;
    }

    public static XElement Row(params object?[] cells) => El("tr", cells.Select(c => El("td", c)));

    public static IEnumerable<object> Joined(IEnumerable<object> parts, string separator) =>
        parts.SelectMany((p, i) => i == 0 ? new[] { p } : [separator, p]);
}
