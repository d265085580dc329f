using System.CommandLine;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire documents check</c>.</summary>
internal static class DocumentsCommand
{
    public static Command Create() => new("documents", "Check statements against the text of their document.");
}
