using System.Buffers;
using System.Globalization;
using System.Text;

namespace Holdfire.Record;

/// <summary>Characters that nobody sees, so that two names that look alike may be two names.</summary>
public static class HiddenCharacters
{
    // Letters and marks without any ink: joiner of graphemes, fillers of Hangul, selectors of variants.
    private static readonly SearchValues<char> Blank = SearchValues.Create(
        "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0"
        + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F");

    /// <summary>
    /// The first hidden character as <c>U+200B</c>, or null where there is none: a control, a character without width, one that
    /// turns the direction of writing, or half of a surrogate pair.
    /// </summary>
    public static string? FirstIn(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return null;
        }

        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done)
            {
                return CodeOf(text[at]);
            }

            if (IsHidden(rune))
            {
                return CodeOf(rune.Value);
            }

            at += length;
        }

        return null;
    }

    /// <summary>Whether nobody sees the character.</summary>
    public static bool IsHidden(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
        || (character.IsBmp ? Blank.Contains((char)character.Value) : character.Value is >= 0xE0100 and <= 0xE01EF);

    private static string CodeOf(int value) => FormattableString.Invariant($"U+{value:X4}");
}
