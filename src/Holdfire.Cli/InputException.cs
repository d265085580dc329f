namespace Holdfire.Cli;

/// <summary>Input that cannot be worked on; the message is one clear line for a person.</summary>
internal sealed class InputException(string message) : Exception(message);
