using System.Globalization;
using System.Xml.Linq;

namespace Holdfire.Pages.Markup;

/// <summary>Elements of SVG; lengths in units of the view box, written with two decimals.</summary>
internal static class Svg
{
    public static XElement Canvas(double width, double height, string label, params object?[] content) =>
        new("svg", new XAttribute("viewBox", $"0 0 {N(width)} {N(height)}"), new XAttribute("role", "img"),
            new XAttribute("aria-label", label), content);

    public static XElement Rect(double x, double y, double width, double height, string className, string? title = null) =>
        Titled(new XElement("rect", A("x", x), A("y", y), A("width", Math.Max(0, width)), A("height", Math.Max(0, height)), Html.Class(className)), title);

    public static XElement Line(double x1, double y1, double x2, double y2, string className) =>
        new("line", A("x1", x1), A("y1", y1), A("x2", x2), A("y2", y2), Html.Class(className));

    public static XElement Circle(double x, double y, double radius, string className, string? title = null) =>
        Titled(new XElement("circle", A("cx", x), A("cy", y), A("r", radius), Html.Class(className)), title);

    public static XElement Path(string data, string className, string? title = null) =>
        Titled(new XElement("path", new XAttribute("d", data), Html.Class(className)), title);

    public static XElement Text(double x, double y, string text, string anchor = "start", string className = "label") =>
        new("text", A("x", x), A("y", y), new XAttribute("text-anchor", anchor), Html.Class(className), text);

    public static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static XAttribute A(string name, double value) => new(name, N(value));

    private static XElement Titled(XElement element, string? title)
    {
        if (title is not null)
        {
            element.Add(new XElement("title", title));
        }
        return element;
    }
}
