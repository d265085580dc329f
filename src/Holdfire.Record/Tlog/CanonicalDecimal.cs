using System.Globalization;

namespace Holdfire.Record.Tlog;

/// <summary>Non-negative decimal numbers in the one form that C2SP texts allow: ASCII digits, no sign, no leading zeroes.</summary>
internal static class CanonicalDecimal
{
    /// <summary>The number, or null where the text is not its canonical form or does not fit 63 bits.</summary>
    public static long? Parse(ReadOnlySpan<char> text) =>
        text.Length > 0 && (text[0] != '0' || text.Length == 1)

        // The base library passes over zero characters at the end.
        && !text.ContainsAnyExceptInRange('0', '9')
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
