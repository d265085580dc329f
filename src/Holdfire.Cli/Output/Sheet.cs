using System.Collections.Immutable;
using Spectre.Console;

namespace Holdfire.Cli.Output;

/// <summary>Rows under a header, printed as a table for a reader.</summary>
internal sealed record Sheet(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The width of a table where the output is no terminal, in characters.</summary>
    private const int PlainWidth = 200;

    public void PrintTable()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = PlainWidth;
        }

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
