using Holdfire.Cli.Output;

namespace Holdfire.Cli.Commands;

/// <summary>Asks a person on a terminal for what no option says.</summary>
/// <param name="terminal">Where there may be somebody to ask.</param>
internal sealed class Questions(Terminal terminal)
{
    /// <summary>Whether there is somebody to ask.</summary>
    public bool IsOpen => terminal.CanAsk;

    /// <summary>The value that an option gives, else that of an answer; asked again until it can be read.</summary>
    /// <exception cref="InputException">The option is wrong, or is left out and nobody is there to ask.</exception>
    public T For<T>(string option, string question, string? given, Func<string, T> read)
    {
        if (given is not null)
        {
            return read(given);
        }

        while (IsOpen)
        {
            terminal.Error.Write(question + " ");
            var answer = terminal.In.ReadLine() ?? throw new InputException(option, "an answer", "the end of the input");
            try
            {
                return read(answer.Trim());
            }
            catch (Exception e) when (e is InputException or QueryException)
            {
                terminal.Error.WriteLine(e.Message);
            }
        }

        throw new InputException(option, "a value", "none, and no terminal to ask on");
    }
}
