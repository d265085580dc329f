using System.Globalization;
using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>
/// Counts as case files write them: <c>12</c>, <c>10..15</c>, <c>12..</c>, <c>&gt;=12</c>, <c>&gt;12</c>, <c>&lt;=12</c>,
/// <c>~40</c> and <c>some</c>.
/// </summary>
public static class CountText
{
    /// <summary>The forms that are read, for messages.</summary>
    public const string Forms = "a count of at most twelve digits: 12, 10..15, 12.., >=12, >12, <=12, ~40 or some";

    // So that sums over millions of reports stay within 64 bits.
    private const int MostDigits = 12;

    /// <summary>Reads a count; false where the text is none of the forms or has more than twelve digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CountRange count)
    {
        count = default;
        var span = text.Trim();
        if (span.IsEmpty)
        {
            return false;
        }

        if (Number(span) is { } exact)
        {
            count = CountRange.Exactly(exact);
            return true;
        }

        var range = span switch
        {
            "some" => CountRange.Some,
            ['>', '=', .. var rest] => AtLeast(rest, 0),
            ['>', .. var rest] => AtLeast(rest, 1),
            ['<', '=', .. var rest] => Number(rest) is { } most ? new CountRange(0, most) : null,
            ['~', .. var rest] => About(rest),
            _ => Between(span),
        };
        count = range ?? default;
        return range is not null;
    }

    /// <summary>The count in a form that <see cref="TryParse"/> reads back to the same.</summary>
    public static string Format(CountRange count) => count == CountRange.Some ? "some" : count.ToString();

    private static CountRange? AtLeast(ReadOnlySpan<char> text, int more) =>
        Number(text) is { } least ? CountRange.AtLeast(least + more) : null;

    private static CountRange? About(ReadOnlySpan<char> text)
    {
        if (Number(text) is not (> 0 and var middle))
        {
            return null;
        }

        var unit = 1L;
        while (middle % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return new CountRange(middle - (unit / 2), middle + (unit / 2));
    }

    private static CountRange? Between(ReadOnlySpan<char> text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || Number(text[..dots]) is not { } least)
        {
            return null;
        }

        var end = text[(dots + 2)..];
        return end.IsEmpty ? CountRange.AtLeast(least)
            : Number(end) is { } most && most >= least ? new CountRange(least, most)
            : null;
    }

    private static long? Number(ReadOnlySpan<char> text) =>
        text.Length <= MostDigits && !text.ContainsAnyExceptInRange('0', '9') && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
