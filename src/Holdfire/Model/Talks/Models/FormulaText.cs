using System.Collections.Immutable;

namespace Holdfire.Model;

/// <summary>
/// Reads statements about options: <c>!a</c>, <c>a &amp; b</c>, <c>a | b</c>, <c>a -> b</c> (if a then b), <c>a &lt;-> b</c> (both or
/// neither), parentheses. <c>!</c> binds strongest, then <c>&amp;</c>, <c>|</c>, <c>-></c>, <c>&lt;-></c>; the arrows group to the right.
/// </summary>
public sealed class FormulaText
{
    /// <summary>The most characters of a statement.</summary>
    public const int Longest = 10_000;

    private const int Deepest = 64;
    private readonly string text;
    private readonly Func<string, int?> bitOf;
    private int at;
    private int depth;
    private string? expected;

    private FormulaText(string text, Func<string, int?> bitOf)
    {
        this.text = text;
        this.bitOf = bitOf;
    }

    /// <summary>The statement; null where the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bitOf">The bit of an option by its id, or null where there is no such option.</param>
    /// <param name="offset">Where reading stopped, in characters from 0.</param>
    /// <param name="expected">What was expected there.</param>
    public static Formula? Parse(string text, Func<string, int?> bitOf, out int offset, out string expected)
    {
        if (text.Length > Longest)
        {
            (offset, expected) = (Longest, FormattableString.Invariant($"at most {Longest} characters"));
            return null;
        }

        var reader = new FormulaText(text, bitOf);
        var formula = reader.Arrow("<->", () => reader.Arrow("->", () => reader.Chain('|', () => reader.Chain('&', reader.Unary))));
        reader.Space();
        if (formula is not null && reader.at < text.Length)
        {
            reader.Expect("one of & | -> <-> or the end");
        }

        (offset, expected) = (reader.at, reader.expected ?? "");
        return reader.expected is null ? formula : null;
    }

    private Formula? Arrow(string sign, Func<Formula?> part)
    {
        if (part() is not { } left)
        {
            return null;
        }

        if (!Take(sign))
        {
            return left;
        }

        if (++depth > Deepest)
        {
            return Expect($"at most {Deepest} levels");
        }

        var right = Arrow(sign, part);
        depth--;
        return right is null ? null : sign == "->" ? new Formula.If(left, right) : new Formula.Iff(left, right);
    }

    private Formula? Chain(char sign, Func<Formula?> part)
    {
        var parts = ImmutableArray.CreateBuilder<Formula>();
        do
        {
            if (part() is not { } read)
            {
                return null;
            }

            parts.Add(read);
        }
        while (Take(sign.ToString()));
        return parts.Count == 1 ? parts[0] : sign == '&' ? new Formula.All(parts.DrainToImmutable()) : new Formula.Any(parts.DrainToImmutable());
    }

    private Formula? Unary()
    {
        if (++depth > Deepest)
        {
            return Expect($"at most {Deepest} levels");
        }

        var read = Take("!") ? Unary() is { } of ? new Formula.Not(of) : null : Take("(") ? Inner() : Option();
        depth--;
        return read;
    }

    private Formula? Inner()
    {
        var inner = Arrow("<->", () => Arrow("->", () => Chain('|', () => Chain('&', Unary))));
        return inner is null || Take(")") ? inner : Expect("a closing parenthesis");
    }

    private Formula? Option()
    {
        Space();
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        if (bitOf(text[at..end]) is not { } bit)
        {
            return Expect("the id of an option of this model");
        }

        at = end;
        return new Formula.Option(bit);
    }

    private bool Take(string sign)
    {
        Space();
        var taken = string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;
        at += taken ? sign.Length : 0;
        return taken;
    }

    private void Space()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }

    private Formula? Expect(string what)
    {
        expected ??= what;
        return null;
    }
}
