using System.Globalization;
using System.Text.RegularExpressions;
using Holdfire.CaseFormat;

namespace Holdfire.Importers;

/// <summary>Counts as people write them, in the forms of the case format.</summary>
internal static partial class CountWords
{
    private static readonly HashSet<string> VagueWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "several", "few", "a few", "many", "multiple", "numerous", "various", "dozens", "scores", "hundreds", "a number", "a number of",
    };

    /// <summary>The count; null where the text is none that can be meant in one way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="thousands">What parts thousands, or null where nothing does.</param>
    /// <param name="comma">The decimal sign.</param>
    public static string? Of(string text, char? thousands, char comma)
    {
        var bare = text.Trim();
        bare = thousands is { } parting ? Joined(bare, parting) : bare;
        bare = string.Concat(bare.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
        var form = Worded().Match(bare) is { Success: true } match ? Sign(match.Groups[1].Value) + match.Groups[2].Value
            : AndMore().Match(bare) is { Success: true } more ? more.Groups[1].Value + ".."
            : Below().Match(bare) is { Success: true } below && long.TryParse(below.Groups[1].Value, CultureInfo.InvariantCulture, out var limit) && limit > 0
                ? FormattableString.Invariant($"<={limit - 1}")
            : Span().Match(bare) is { Success: true } span ? $"{span.Groups[1].Value}..{span.Groups[2].Value}"
            : WholePart(bare, comma);
        return CountText.TryParse(form, out _) ? form : null;
    }

    /// <summary>What a word for a number that nobody counted comes to: some, which is one at least, and a note; null for other words.</summary>
    public static string? Vague(string text, string column, ImportNotes notes)
    {
        if (!VagueWords.Contains(text.Trim()))
        {
            return null;
        }

        notes.Unknown($"{column} '{text.Trim()}'", "a word for a number that was not counted: taken as some, one at least");
        return "some";
    }

    // 1,200 and 1,200,000; in 1,2 the comma parts no thousands.
    private static string Joined(string text, char parting) =>
        string.Concat(text.Select((c, i) => c == parting && IsThousands(text, i, parting) ? "" : c.ToString()));

    private static bool IsThousands(string text, int at, char parting)
    {
        var digits = 0;
        while (at + 1 + digits < text.Length && char.IsDigit(text[at + 1 + digits]))
        {
            digits++;
        }

        return digits == 3 && at > 0 && char.IsDigit(text[at - 1]) && !(at > 3 && text[at - 4] != parting && char.IsDigit(text[at - 4]));
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

    [GeneratedRegex(@"^(?:<|less than|fewer than|under|below)\s*(\d+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex(@"^(\d+)\s*\+$", RegexOptions.CultureInvariant)]
    private static partial Regex AndMore();

    [GeneratedRegex(@"^(?:between )?(\d+)\s*(?:-|–|—|to|or|and|\.\.)\s*(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
