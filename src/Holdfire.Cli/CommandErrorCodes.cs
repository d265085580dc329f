namespace Holdfire.Cli;

/// <summary>The codes of errors that only commands have; they never change their meaning.</summary>
public static class CommandErrorCodes
{
    /// <summary>A value, an argument or a file of a command is not what is expected there.</summary>
    public const string Invalid = "command.invalid";

    /// <summary>The import would undo what was entered in the record since; nothing was written.</summary>
    public const string WouldUndo = "command.would_undo";
}
