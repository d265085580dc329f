using System.Text.RegularExpressions;

namespace Holdfire.Cli.Tests;

/// <summary>The commands of docs/first-week.md print what stands under them. With HOLDFIRE_WRITE_DOCS=1 the page is written anew.</summary>
public sealed partial class FirstWeekTests
{
    private const int Questions = 7;

    private static readonly string Page = Path.Combine(Cli.Root, "docs", "first-week.md");

    [Fact]
    public void Commands_OfThePage_PrintWhatStandsUnderThem()
    {
        var text = File.ReadAllText(Page);
        Assert.Equal(Questions, Asked().Count(text));
        var printed = Asked().Replace(text, m => $"```\n./holdfire {m.Groups[1].Value}\n```\n\n```text\n{Output(m.Groups[1].Value)}```\n");
        if (Environment.GetEnvironmentVariable("HOLDFIRE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Page, printed);
        }

        Assert.Equal(printed, File.ReadAllText(Page));
    }

    private static string Output(string command)
    {
        var run = Cli.Run([.. command.Split(' ').Select(w => w.StartsWith("cases/", StringComparison.Ordinal) ? Path.Combine(Cli.Root, w) : w)]);
        Assert.True(run.ExitCode == 0, $"{command}: {run.Error}");
        return run.Output.Trim('\n') + "\n";
    }

    [GeneratedRegex(@"```\n\./holdfire ([^\n]+)\n```\n\n```text\n(?:.*?\n)??```\n", RegexOptions.Singleline)]
    private static partial Regex Asked();
}
