using System.Buffers;
using System.Globalization;
using System.Text;
using Holdfire.Record;

namespace Holdfire.Cli.Output;

/// <summary>Text made safe to print: what could move the cursor, change colours or turn the direction of writing is spelled out.</summary>
internal static class VisibleText
{
    /// <summary>Controls (C0, DEL, C1), line and paragraph separators, and the controls of the bidirectional algorithm (Unicode UAX 9).</summary>
    public static SearchValues<char> Unsafe { get; } = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c),
        '\u061C', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069',
    ]);

    /// <summary>The text in one line, with an arrow for each end of a line and <c>\u001b</c> for each other unsafe character.</summary>
    public static string Line(string text)
    {
        if (!text.AsSpan().ContainsAny(Unsafe))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (var c in text.ReplaceLineEndings("⏎"))
        {
            _ = Unsafe.Contains(c) ? line.Append(Spelled(c)) : line.Append(c);
        }

        return line.ToString();
    }

    /// <summary>The text with each character that nobody sees spelled out: for a name that was refused because it has one.</summary>
    public static string Name(string text)
    {
        var name = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            var seen = rune.ToString();
            _ = HiddenCharacters.IsHidden(rune) ? name.Append(string.Concat(seen.Select(Spelled))) : name.Append(seen);
        }

        return name.ToString();
    }

    /// <summary>The character spelled as in JSON, such as <c>\u001b</c>; inside a JSON text this is the same value.</summary>
    public static string Spelled(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);
}
