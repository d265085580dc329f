using System.CommandLine;
using Holdfire.Cli.Output;
using Holdfire.Views;

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

        /// <summary>Who asks, as <c>--audience</c> says; the public where it is left out, or the command has none.</summary>
        /// <exception cref="InputException">It is no audience.</exception>
        public Audience Audience => result.CommandResult.Command.Options.Any(o => o is AudienceOption) && result.GetValue<string?>(AudienceOption.Called) is { } text
            ? Audience.TryParse(text, out var audience) ? audience
                : throw new InputException(AudienceOption.Called, "public, mission, party:ID, or one of these behind a person and @, such as anna@mission", $"'{text}'")
            : default;
    }
}
