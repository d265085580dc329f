using System.CommandLine;
using Holdfire.Cli.Output;

namespace Holdfire.Cli;

/// <summary>What every command asks of the command line that was read.</summary>
internal static class ParseResults
{
    extension(ParseResult result)
    {
        /// <summary>The terminal of the run.</summary>
        public Terminal Terminal => ((TerminalConfiguration)result.InvocationConfiguration).Terminal;

        /// <summary>The folder that <c>--record</c> names, for a command that has it; null where it names none.</summary>
        public string? Record => result.GetValue<string?>(Options.RecordName);
    }
}
