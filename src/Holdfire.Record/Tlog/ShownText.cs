using System.Text;

namespace Holdfire.Record.Tlog;

/// <summary>Text from outside, made fit for an error line: short, and without characters that nobody sees.</summary>
internal static class ShownText
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var start = text.Length > Longest ? text[..Longest] + "…" : text;
        return string.Concat(start.Select(c => char.IsSurrogate(c) || HiddenCharacters.IsHidden(new Rune(c)) ? '\uFFFD' : c));
    }
}
