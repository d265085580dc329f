using System.Collections.Immutable;
using Spectre.Console;

namespace Holdfire.Cli.Output;

/// <summary>Rows under a header, printed as a table for a reader. A cell may have several lines.</summary>
internal sealed record Sheet(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The width of a table where the output is no terminal, in characters.</summary>
    public const int PlainWidth = 100;

    // What the border adds to each column: blanks around the cell and one between columns and at the ends.
    private const int Around = 3;
    private const int CloseAround = 2;

    /// <summary>Prints at the width of the terminal, or to a pipe or file at one width; without blanks at line ends.</summary>
    public void PrintTable(Terminal terminal)
    {
        foreach (var line in Lines(terminal.Width ?? PlainWidth))
        {
            terminal.Out.WriteLine(line);
        }
    }

    /// <summary>The lines of the table: plain text, at most as wide as asked for unless its ids are wider.</summary>
    public IEnumerable<string> Lines(int width)
    {
        ImmutableArray<ImmutableArray<string>> columns =
            [.. Header.Select((h, c) => (ImmutableArray<string>)[h, .. Rows.Select(r => Clean(r[c]))])];
        var widths = ColumnWidths.Of(columns, width - (Around * columns.Length) - 1);
        var close = widths.Sum() + (Around * columns.Length) + 1 > width;
        widths = close ? ColumnWidths.Of(columns, width - (CloseAround * columns.Length) - 1) : widths;
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = widths.Sum() + ((close ? CloseAround : Around) * columns.Length) + 1;
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (name, at) in Header.Select((h, c) => (h, c)))
        {
            table.AddColumn(new TableColumn(new Text(CellLines.Wrap(name, widths[at]))) { Width = widths[at], Padding = new Padding(close ? 0 : 1, 0, 1, 0) });
        }

        for (var row = 1; row <= Rows.Length; row++)
        {
            table.AddRow([.. columns.Select((c, at) => new Text(CellLines.Wrap(c[row], widths[at])))]);
        }

        console.Write(table);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(l => l.TrimEnd());
    }

    private static string Clean(string cell) => string.Join('\n', cell.ReplaceLineEndings("\n").Split('\n').Select(VisibleText.Line));
}
