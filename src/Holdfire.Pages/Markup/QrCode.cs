using System.Xml.Linq;
using QRCoder;

namespace Holdfire.Pages.Markup;

/// <summary>Draws a text as a QR code, in black on white whatever the colours of the page.</summary>
internal static class QrCode
{
    /// <summary>The drawing.</summary>
    /// <param name="text">What the code holds.</param>
    /// <param name="title">What is said in its place to who cannot see it.</param>
    public static XElement Draw(string text, string title)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var dark = rows.SelectMany((row, y) => Enumerable.Range(0, row.Length).Where(x => row[x]).Select(x => FormattableString.Invariant($"M{x} {y}h1v1h-1z")));
        return Html.El("svg", new XAttribute("viewBox", FormattableString.Invariant($"0 0 {rows.Count} {rows.Count}")), new XAttribute("class", "qr"), new XAttribute("role", "img"), new XAttribute("aria-label", title),
            Html.El("rect", new XAttribute("width", rows.Count), new XAttribute("height", rows.Count), new XAttribute("fill", "#fff")),
            Html.El("path", new XAttribute("fill", "#000"), new XAttribute("d", string.Concat(dark))));
    }
}
