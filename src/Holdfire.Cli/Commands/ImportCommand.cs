using System.CommandLine;

namespace Holdfire.Cli.Commands;

/// <summary><c>holdfire import FORMAT FILE --case DIR</c>.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Add reports from a file to a case.");
}
