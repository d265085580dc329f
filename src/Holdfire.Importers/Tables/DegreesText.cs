using System.Globalization;
using System.Text.RegularExpressions;

namespace Holdfire.Importers;

/// <summary>Latitudes and longitudes as people write them: degrees, or degrees with minutes and seconds, with a sign or a point of the compass.</summary>
internal static partial class DegreesText
{
    /// <summary>The degrees; null where the text is none that can be meant in one way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="positive">The point of the compass of positive degrees: <c>N</c> or <c>E</c>.</param>
    /// <param name="comma">The decimal sign.</param>
    public static double? Of(string text, char positive, char comma)
    {
        var plain = (comma == '.' ? text : text.Replace(comma, '.')).Replace('\u2212', '-');
        if (double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var degrees))
        {
            return double.IsFinite(degrees) ? degrees : null;
        }

        var match = Form().Match(plain);
        var (before, after) = (match.Groups["before"].Value, match.Groups["after"].Value);
        var compass = (before + after).ToUpperInvariant();
        if (!match.Success || compass.Length > 1 || (compass.Length == 1 && match.Groups["sign"].Length > 0))
        {
            return null;
        }

        // A part with a fraction is the last one, and two numbers alone may be anything.
        bool IsBroken(string name) => match.Groups[name].Value.Contains('.', StringComparison.Ordinal);
        if (match.Groups["minutes"].Success && (IsBroken("degrees") || (match.Groups["seconds"].Success && IsBroken("minutes")) || (compass.Length == 0 && plain.AsSpan().IndexOfAny('°', 'º') < 0)))
        {
            return null;
        }

        double Part(string name) => match.Groups[name].Success ? double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        var (minutes, seconds) = (Part("minutes"), Part("seconds"));
        var isPositive = compass.Length == 0 ? match.Groups["sign"].Value != "-" : compass[0] == positive;
        return minutes >= 60 || seconds >= 60 || (compass.Length == 1 && compass[0] != positive && compass[0] != (positive == 'N' ? 'S' : 'W')) ? null
            : Math.Round((Part("degrees") + (minutes / 60) + (seconds / 3600)) * (isPositive ? 1 : -1), 7);
    }

    /// <summary>What to expect in place of a text that is none.</summary>
    public static string Expected(string text, double most) =>
        FormattableString.Invariant($"degrees from {-most} to {most}")
        + (Grid().IsMatch(text) ? ", WGS 84: MGRS and UTM are not read, turn them into degrees first"
            : text.Contains(',', StringComparison.Ordinal) ? " with a point (a map may say decimal: \",\")"
            : text.Length > 0 && text.Any(char.IsDigit) && text.Any(char.IsLetter) ? $", such as 12.5, 12°30'00\"{(most == 90 ? 'N' : 'E')}" : "");

    // 12°30'15.5"N, 12 30 15 N, N 12 30.5, 12.5°
    [GeneratedRegex(
        @"^(?<before>[NSEWnsew])?\s*(?<sign>[+-])?(?<degrees>\d{1,3}(?:\.\d+)?)\s*[°º]?"
        + @"(?:(?<=[°º\s])\s*(?<minutes>\d{1,2}(?:\.\d+)?)\s*['’′]?(?:(?<=['’′\s])\s*(?<seconds>\d{1,2}(?:\.\d+)?)\s*(?:""|”|″|''|’’)?)?)?\s*(?<after>[NSEWnsew])?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // 36PVC4800025000, 36N 448000 1725000
    [GeneratedRegex(@"^\d{1,2}\s*[C-HJ-NP-Xc-hj-np-x](?:\s*[A-HJ-NP-Za-hj-np-z]{2}\s*[\d ]+|\s+\d{5,7}.*)$|^\d{6,7}(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grid();
}
