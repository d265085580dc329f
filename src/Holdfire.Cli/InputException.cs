namespace Holdfire.Cli;

/// <summary>Input that cannot be worked on; the message is one clear line for a person.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int Code { get; init; } = ExitCodes.BadInput;

    /// <summary>Lines that stand before the message, such as one for each error of a file.</summary>
    public IEnumerable<string> Details { get; init; } = [];
}
