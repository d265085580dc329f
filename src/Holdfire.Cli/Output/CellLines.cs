using Spectre.Console;

namespace Holdfire.Cli.Output;

/// <summary>Breaks the text of a cell into lines: between words, and within an id or a range that is wider than the line at its joints.</summary>
internal static class CellLines
{
    /// <summary>How many columns of a terminal a text takes.</summary>
    public static int WidthOf(string text) => text.GetCellWidth();

    /// <summary>The words of all lines of a cell.</summary>
    public static IEnumerable<string> Words(string cell) => cell.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The pieces into which a word may be broken: <c>attack.</c> and <c>air</c>, <c>2030-01-02T</c> and <c>03:04Z</c>.</summary>
    public static IEnumerable<string> Parts(string word)
    {
        var start = 0;
        for (var at = 1; at < word.Length; at++)
        {
            if (IsJoint(word, at) && at - start > 1)
            {
                yield return word[start..at];
                start = at;
            }
        }

        yield return word[start..];
    }

    /// <summary>The cell with line feeds where its lines end at this width.</summary>
    public static string Wrap(string cell, int width) => string.Join('\n', cell.Split('\n').SelectMany(line => Broken(line, width)));

    // Numbers and dates stay whole: of their signs only the T of an instant and the dash of a range part them.
    private static bool IsJoint(string word, int at) => word[at - 1] switch
    {
        ';' or ',' or '–' => true,
        '.' or ':' => char.IsLetter(word[at]),
        '-' or '_' or '/' => char.IsLetter(word[at]) || (at > 1 && char.IsLetter(word[at - 2])),
        'T' => at > 1 && char.IsAsciiDigit(word[at - 2]) && char.IsAsciiDigit(word[at]),
        _ => false,
    };

    private static IEnumerable<string> Broken(string line, int width)
    {
        if (WidthOf(line) <= width)
        {
            return [line];
        }

        var lines = new List<string>();
        var current = "";
        foreach (var word in Words(line))
        {
            var joined = current.Length == 0 ? word : $"{current} {word}";
            if (WidthOf(joined) <= width)
            {
                current = joined;
                continue;
            }

            if (current.Length > 0)
            {
                lines.Add(current);
            }

            current = "";
            foreach (var part in WidthOf(word) <= width ? [word] : Parts(word))
            {
                if (current.Length > 0 && WidthOf(current + part) > width)
                {
                    lines.Add(current);
                    current = "";
                }

                current += part;
            }
        }

        return [.. lines, current];
    }
}
