namespace Holdfire.Cli.Tests;

internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>The output as running text, without the ends of lines at which its sentences were broken.</summary>
    public string Sentences => string.Join(' ', Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
