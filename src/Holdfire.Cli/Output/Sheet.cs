using System.Collections.Immutable;
using Spectre.Console;

namespace Holdfire.Cli.Output;

/// <summary>Rows under a header, printed as a table for a reader.</summary>
internal sealed record Sheet(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The width of a table where the output is no terminal, in characters.</summary>
    private const int PlainWidth = 200;

    /// <summary>The sheet without the columns in which no row says anything.</summary>
    public Sheet WithoutEmptyColumns()
    {
        ImmutableArray<int> kept = [.. Enumerable.Range(0, Header.Length).Where(c => Rows.IsEmpty || Rows.Any(r => r[c].Length > 0))];
        return new Sheet([.. kept.Select(c => Header[c])], [.. Rows.Select(r => (ImmutableArray<string>)[.. kept.Select(c => r[c])])]);
    }

    /// <summary>Prints to the terminal at its width, or to a pipe or file at one width and without blanks at line ends.</summary>
    public void PrintTable()
    {
        if (!Console.IsOutputRedirected)
        {
            PrintTable(Console.Out, null);
            return;
        }

        using var text = new StringWriter();
        PrintTable(text, PlainWidth);
        foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            Console.Out.WriteLine(line.TrimEnd());
        }
    }

    private void PrintTable(TextWriter output, int? width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width ?? console.Profile.Width;
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in Header)
        {
            table.AddColumn(new TableColumn(Markup.Escape(name)));
        }

        foreach (var row in Rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        console.Write(table);
    }
}
