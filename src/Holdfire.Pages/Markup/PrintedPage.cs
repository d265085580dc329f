using System.Text;

namespace Holdfire.Pages.Markup;

/// <summary>What stands in the margins of each printed page, as CSS: running head and foot, with the number of the page.</summary>
internal static class PrintedPage
{
    /// <summary>The rule; a text that is empty is left out.</summary>
    public static string Style(string head, string marking, string foot) =>
        "@page { " + Box("top-left", head) + Box("top-right", marking) + Box("bottom-left", foot) + "}\n";

    private static string Box(string place, string text) =>
        text.Length == 0 ? "" : $"@{place} {{ content: \"{Escaped(text)}\"; font: 7.5pt sans-serif; color: #565e66; {(place.StartsWith("bottom", StringComparison.Ordinal) ? "width: 82%; " : "")}}} ";

    // What is not a plain letter, digit or blank goes in as its code point, so that no text can end the string or the style.
    private static string Escaped(string text)
    {
        var css = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            css.Append(rune.IsAscii && !char.IsAsciiLetterOrDigit((char)rune.Value) && rune.Value != ' ' || Rune.IsControl(rune)
                ? FormattableString.Invariant($"\\{(Rune.IsControl(rune) ? 0xFFFD : rune.Value):x} ") : rune.ToString());
        }

        return css.ToString();
    }
}
