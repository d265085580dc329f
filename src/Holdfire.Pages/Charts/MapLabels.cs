using System.Xml.Linq;
using Holdfire.Pages.Markup;

namespace Holdfire.Pages.Charts;

/// <summary>Puts labels beside circles where they touch no other label, and leaves out those that would.</summary>
/// <remarks>The first come, first served; each tries right, left, below and above of its circle.</remarks>
internal sealed class MapLabels(double west, double north, double width, double height, double size)
{
    private readonly List<(double X, double Y, double Width, double Height)> taken = [];

    /// <summary>Keeps a circle clear of later labels.</summary>
    public void Keep(double x, double y, double radius) => taken.Add((x - radius, y - radius, 2 * radius, 2 * radius));

    /// <summary>The label, or null where there is no room for it.</summary>
    public XElement? Place(double x, double y, double radius, string text)
    {
        var wide = text.Length * size * 0.56;
        var gap = size * 0.25;
        (double X, double Y)[] corners =
        [
            (x + radius + gap, y - (size / 2)), (x - radius - gap - wide, y - (size / 2)),
            (x - (wide / 2), y + radius + gap), (x - (wide / 2), y - radius - gap - size),
        ];
        foreach (var corner in corners)
        {
            var box = (corner.X, corner.Y, wide, size);
            if (Inside(box) && !taken.Exists(t => Touch(t, box)))
            {
                taken.Add(box);
                var label = Svg.Text(corner.X, corner.Y + (size * 0.8), text, className: "place");
                label.Add(new XAttribute("font-size", Svg.N(size)));
                return label;
            }
        }
        return null;
    }

    private bool Inside((double X, double Y, double Width, double Height) box) =>
        box.X >= west && box.Y >= north && box.X + box.Width <= west + width && box.Y + box.Height <= north + height;

    private static bool Touch(
        (double X, double Y, double Width, double Height) a, (double X, double Y, double Width, double Height) b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
