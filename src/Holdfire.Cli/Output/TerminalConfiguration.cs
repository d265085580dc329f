using System.CommandLine;

namespace Holdfire.Cli.Output;

/// <summary>Hands the terminal of a run to the command that is run.</summary>
internal sealed class TerminalConfiguration : InvocationConfiguration
{
    public TerminalConfiguration(Terminal terminal)
    {
        Terminal = terminal;
        Output = terminal.Out;
        Error = terminal.Error;
        EnableDefaultExceptionHandler = false;
    }

    /// <summary>The terminal of the run.</summary>
    public Terminal Terminal { get; }
}
