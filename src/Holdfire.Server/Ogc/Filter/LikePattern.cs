namespace Holdfire.Server.Ogc.Filter;

/// <summary>Patterns of LIKE: <c>%</c> any characters, <c>_</c> one, a backslash takes the next as it is.</summary>
internal static class LikePattern
{
    /// <summary>Whether the whole text fits. The time is at most that of the two lengths multiplied.</summary>
    public static bool Fits(string text, string pattern)
    {
        var (parts, at, next) = (Read(pattern), 0, 0);
        var (star, tried) = (-1, 0);
        while (at < text.Length)
        {
            if (next < parts.Count && parts[next] is { IsMany: false } part && (part.IsOne || part.Letter == text[at]))
            {
                (at, next) = (at + 1, next + 1);
            }
            else if (next < parts.Count && parts[next].IsMany)
            {
                (star, tried) = (next++, at);
            }
            else if (star >= 0)
            {
                // The last % takes one more.
                (next, at) = (star + 1, ++tried);
            }
            else
            {
                return false;
            }
        }

        return parts.Skip(next).All(p => p.IsMany);
    }

    private static List<(char Letter, bool IsOne, bool IsMany)> Read(string pattern)
    {
        var parts = new List<(char, bool, bool)>(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            parts.Add(pattern[i] switch
            {
                '\\' when i + 1 < pattern.Length => (pattern[++i], false, false),
                '%' => ('%', false, true),
                '_' => ('_', true, false),
                var letter => (letter, false, false),
            });
        }

        return parts;
    }
}
