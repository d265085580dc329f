using System.Globalization;

namespace Holdfire.Server.Ogc.Filter;

/// <summary>The words of a filter in CQL2 text, one after the other.</summary>
internal sealed class FilterWords(string text)
{
    private int next;

    /// <summary>Where the next word begins.</summary>
    public int Position
    {
        get
        {
            SkipBlanks();
            return next;
        }
    }

    /// <summary>Whether there is none left.</summary>
    public bool IsAtEnd => Position >= text.Length;

    /// <summary>What is found at the next word, for messages.</summary>
    public string Found => IsAtEnd ? "the end" : $"'{text[next..Math.Min(text.Length, next + 12)]}'";

    /// <summary>Takes a keyword, without regard to case, where it is the next word.</summary>
    public bool Take(string keyword)
    {
        if (!IsNext(keyword))
        {
            return false;
        }

        next += keyword.Length;
        return true;
    }

    /// <summary>Whether a keyword is the next word.</summary>
    public bool IsNext(string keyword) => Position + keyword.Length <= text.Length
        && text.AsSpan(next, keyword.Length).Equals(keyword, StringComparison.OrdinalIgnoreCase)
        && (!char.IsAsciiLetter(keyword[0]) || next + keyword.Length == text.Length || !IsOfName(text[next + keyword.Length]));

    /// <summary>Takes a keyword or mark that must come next.</summary>
    public void Demand(string keyword)
    {
        if (!Take(keyword))
        {
            throw FilterException.At(next, keyword, Found);
        }
    }

    /// <summary>Takes the first of these that is next; null where none is.</summary>
    public string? TakeAny(params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            if (Take(mark))
            {
                return mark;
            }
        }

        return null;
    }

    /// <summary>Takes the name of a property, bare or in double quotes; null where none is next.</summary>
    public string? TakeName()
    {
        if (Position >= text.Length)
        {
            return null;
        }

        if (text[next] == '"')
        {
            return Quoted('"');
        }

        var start = next;
        if (!char.IsLetter(text[next]) && text[next] != '_')
        {
            return null;
        }

        while (next < text.Length && IsOfName(text[next]))
        {
            next++;
        }

        return text[start..next];
    }

    /// <summary>Takes a text in single quotes; null where none is next.</summary>
    public string? TakeText() => Position < text.Length && text[next] == '\'' ? Quoted('\'') : null;

    /// <summary>Takes a number; null where none is next.</summary>
    public double? TakeNumber()
    {
        var end = Position;
        if (end < text.Length && text[end] is '+' or '-')
        {
            end++;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.' || text[end] is 'e' or 'E'
            || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E')))
        {
            end++;
        }

        if (!double.TryParse(text.AsSpan(next, end - next), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        next = end;
        return number;
    }

    /// <summary>Takes well-known text of a shape, up to its last parenthesis; null where none is next.</summary>
    public string? TakeShape(params ReadOnlySpan<string> kinds)
    {
        var start = Position;
        if (TakeAny(kinds) is null)
        {
            return null;
        }

        _ = Take("Z");
        var depth = 0;
        while (!IsAtEnd && (depth > 0 || text[next] == '('))
        {
            depth += text[next] switch { '(' => 1, ')' => -1, _ => 0 };
            next++;
            if (depth == 0)
            {
                return text[start..next];
            }
        }

        throw FilterException.At(next, "the parentheses of a shape", Found);
    }

    private string Quoted(char quote)
    {
        var (start, value) = (next, new System.Text.StringBuilder());
        for (next++; next < text.Length; next++)
        {
            if (text[next] != quote)
            {
                value.Append(text[next]);
            }
            else if (next + 1 < text.Length && text[next + 1] == quote)
            {
                value.Append(text[next++]);
            }
            else
            {
                next++;
                return value.ToString();
            }
        }

        throw FilterException.At(start, $"a closing {quote}", "the end");
    }

    private void SkipBlanks()
    {
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or ':';
}
