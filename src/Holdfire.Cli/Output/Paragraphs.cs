namespace Holdfire.Cli.Output;

/// <summary>Sentences for a reader, broken between words where they are longer than the line.</summary>
internal static class Paragraphs
{
    private const int Indent = 2;

    /// <summary>Prints each text, its further lines set in below its first.</summary>
    public static void Print(Terminal terminal, IEnumerable<string> texts)
    {
        foreach (var line in texts.SelectMany(text => Lines(VisibleText.Line(text), Sheet.PlainWidth)))
        {
            terminal.Out.WriteLine(line);
        }
    }

    /// <summary>The lines of a text; a word that is wider than the line stands alone and is not broken.</summary>
    /// <param name="text">The text; blanks at its start are kept, and set in its further lines too.</param>
    /// <param name="width">The most columns of a line.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var start = text.Length - text.TrimStart(' ').Length;
        var line = text[..start];
        var isEmpty = true;
        foreach (var word in CellLines.Words(text))
        {
            if (!isEmpty && CellLines.WidthOf(line) + 1 + CellLines.WidthOf(word) > width)
            {
                yield return line;
                (line, isEmpty) = (new string(' ', start + Indent), true);
            }

            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        yield return line;
    }
}
