using System.Globalization;
using System.Text.RegularExpressions;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>Counts as people write them, in the forms of the case format.</summary>
internal static partial class CountWords
{
    /// <summary>The count; null where the text is none that can be meant in one way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="thousands">What parts thousands, or null where nothing does.</param>
    /// <param name="comma">The decimal sign.</param>
    public static string? Of(string text, char? thousands, char comma)
    {
        var bare = text.Trim();
        bare = thousands is { } parting ? bare.Replace(parting.ToString(), "", StringComparison.Ordinal) : bare;
        bare = string.Concat(bare.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
        var form = Worded().Match(bare) is { Success: true } match ? Sign(match.Groups[1].Value) + match.Groups[2].Value
            : AndMore().Match(bare) is { Success: true } more ? more.Groups[1].Value + ".."
            : Span().Match(bare) is { Success: true } span ? $"{span.Groups[1].Value}..{span.Groups[2].Value}"
            : WholePart(bare, comma);
        return CountText.TryParse(form, out _) ? form : null;
    }

    private static string Sign(string words) => words.ToUpperInvariant() switch
    {
        "AT LEAST" or "MINIMUM" or "≥" => ">=",
        "MORE THAN" or "OVER" => ">",
        "UP TO" or "AT MOST" or "MAXIMUM" or "≤" => "<=",
        _ => "~",
    };

    // 3.0 is three; 3.5 and 1,200 are no counts that could be meant in one way.
    private static string WholePart(string text, char comma) =>
        text.Split(comma) is [var whole, var rest] && rest.Length > 0 && rest.All(c => c == '0') ? whole : text;

    [GeneratedRegex(@"^(at least|minimum|more than|over|up to|at most|maximum|about|around|approximately|approx\.?|circa|ca\.?|c\.|≥|≤)\s*(\d+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Worded();

    [GeneratedRegex(@"^(\d+)\s*\+$", RegexOptions.CultureInvariant)]
    private static partial Regex AndMore();

    [GeneratedRegex(@"^(\d+)\s*(?:-|–|—|to|\.\.)\s*(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
