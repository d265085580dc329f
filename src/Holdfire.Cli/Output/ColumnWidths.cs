using System.Collections.Immutable;

namespace Holdfire.Cli.Output;

/// <summary>How wide the columns of a table are, in characters.</summary>
internal static class ColumnWidths
{
    /// <summary>
    /// Widths that together fill at most the line. A column gets what its longest line needs, or what the others leave. Lines
    /// break between words; only where the longest words are too wide together, long ids break after a stop or a hyphen too.
    /// Where their parts are too wide as well, the table is wider than the line.
    /// </summary>
    /// <param name="columns">The cells of each column, with its header.</param>
    /// <param name="width">The characters that all columns have together.</param>
    public static ImmutableArray<int> Of(ImmutableArray<ImmutableArray<string>> columns, int width)
    {
        ImmutableArray<int> lines = [.. columns.Select(c => Longest(c.SelectMany(x => x.Split('\n'))))];
        ImmutableArray<int> words = [.. columns.Select(c => Longest(c.SelectMany(CellLines.Words)))];
        ImmutableArray<int> parts = [.. columns.Select(c => Longest(c.SelectMany(CellLines.Words).SelectMany(CellLines.Parts)))];
        return words.Sum() <= width ? Fill(words, lines, width) : Fill(parts, words, width);
    }

    // Each column as wide as it wants, but no wider than one bound for all that makes them fit, and no narrower than it must be.
    private static ImmutableArray<int> Fill(ImmutableArray<int> least, ImmutableArray<int> most, int width)
    {
        var bound = most.DefaultIfEmpty().Max();
        while (bound > 0 && Under(bound).Sum() > width)
        {
            bound--;
        }

        return [.. Under(bound)];

        IEnumerable<int> Under(int to) => most.Select((m, i) => Math.Min(m, Math.Max(least[i], to)));
    }

    private static int Longest(IEnumerable<string> texts) => texts.Select(CellLines.WidthOf).DefaultIfEmpty().Max();
}
