namespace Holdfire.Cli;

/// <summary>Input that cannot be worked on; the message is one clear line for a person.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int Code { get; init; } = ExitCodes.BadInput;
}
