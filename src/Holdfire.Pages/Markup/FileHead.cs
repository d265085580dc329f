using System.Xml.Linq;

namespace Holdfire.Pages.Markup;

/// <summary>The head of a self-contained file, with its styles in it.</summary>
internal static class FileHead
{
    // The file fetches nothing, runs nothing and sends nothing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>The head.</summary>
    /// <param name="title">The title.</param>
    /// <param name="styles">The names of the stylesheets, in order.</param>
    public static XElement Draw(string title, params IEnumerable<string> styles) => Draw(title, "", styles);

    /// <summary>The same, with rules of its own after the stylesheets. They hold no character that HTML would need escaped.</summary>
    public static XElement Draw(string title, string rules, IEnumerable<string> styles) =>
        Html.El("head",
            Html.El("meta", new XAttribute("charset", "utf-8")),
            Html.El("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", Policy)),
            Html.El("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            Html.El("title", title),
            Html.El("style", string.Concat(styles.Select(Text).Append(rules))));

    private static string Text(string name)
    {
        using var stream = typeof(FileHead).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
