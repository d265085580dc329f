using Holdfire.Record;

namespace Holdfire.Cli;

/// <summary>Input that cannot be worked on; the message is one clear line for a person.</summary>
internal sealed class InputException : Exception
{
    /// <summary>From an error.</summary>
    public InputException(Error error)
        : base(error.ToString()) => Error = error;

    /// <summary>From the parts of an error of the command line.</summary>
    /// <param name="where">The option, the argument or the file; empty where the command as a whole is meant.</param>
    /// <param name="expected">What was expected there; empty where what was found says it all.</param>
    /// <param name="found">What was found there.</param>
    public InputException(string where, string expected, string found)
        : this(new Error(CommandErrorCodes.Invalid, where, expected, found))
    {
    }

    /// <summary>What is wrong, and where.</summary>
    public Error Error { get; }

    /// <summary>The exit code.</summary>
    public int ExitCode { get; init; } = ExitCodes.BadInput;

    /// <summary>Lines that stand before the message, such as one for each error of a file.</summary>
    public IEnumerable<string> Details { get; init; } = [];

    /// <summary>From an error of a record: that it was touched has an exit code of its own.</summary>
    public static InputException Of(Error error) => new(error) { ExitCode = error.IsTouched ? ExitCodes.Touched : ExitCodes.BadInput };
}
