using System.Text.RegularExpressions;

namespace Holdfire.Cli.Tests;

/// <summary>The commands of docs/first-case.md, run as they stand there; and <c>case new</c>.</summary>
public sealed partial class FirstCaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("holdfire-first-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Commands_OfTheDocument_GoFromTheFileToTheAnswer()
    {
        var text = File.ReadAllText(Path.Combine(Cli.Root, "docs", "first-case.md"));
        var commands = Command().Matches(text).Select(m => m.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, commands.Count);
        var last = "";
        foreach (var command in commands)
        {
            var words = Word().Matches(command).Select(m => m.Value.Replace("\"", "", StringComparison.Ordinal)
                .Replace("docs/first-case/", Path.Combine(Cli.Root, "docs", "first-case") + "/", StringComparison.Ordinal)).ToArray();
            var run = Cli.Run([.. words.Select(w => w.Split('/')[0] == "march" ? Path.Combine(folder, w) : w)]);
            Assert.True(run.ExitCode == 0, $"{command}: {run.Error}{run.Output}");
            last = run.Output;
        }

        // The answer as the document shows it.
        foreach (var line in Shown().Match(text).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Contains(line.Trim(), last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void New_IntoAFolderWithAnything_WritesNothing()
    {
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "x");
        var run = New(folder);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("so that nothing of yours is lost", run.Error, StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void New_OfTwoCountriesAndAnOpenEnd_IsACaseWithoutErrors()
    {
        var dir = Path.Combine(folder, "a");
        Assert.Equal(0, New(dir, "--truce", "Truce: \"of\" the #line", "--truce-from", "2031-03-15").ExitCode);
        Assert.Contains("no errors; 1 truces", Cli.Run("case", "check", dir).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--zone", "Khartoum", "--zone: expected an IANA zone")]
    [InlineData("--countries", "Sudann", "SD (Sudan)")]
    [InlineData("--party", "Green", "--party: expected an id and a name")]
    public void New_WrongAnswer_IsOneClearLineAndNoFolder(string option, string value, string says)
    {
        var dir = Path.Combine(folder, "b");
        string[] right = ["--title", "T", "--zone", "Africa/Khartoum", "--countries", "SD,SS", "--party", "A=Army A"];
        var at = Array.IndexOf(right, option);
        right[at + 1] = value;
        var run = Cli.Run(["case", "new", dir, .. right]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(dir));
    }

    private static CliRun New(string dir, params string[] more) => Cli.Run(
        ["case", "new", dir, "--title", "Title", "--zone", "Africa/Khartoum", "--countries", "SD,South Sudan", "--party", "A=Army A", "--party", "B=Front B", "--source", "desk=A desk", .. more]);

    [GeneratedRegex(@"^\./holdfire ((?:[^\n\\]|\\\n)*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("(?:[^\\s\"]|\"[^\"]*\")+")]
    private static partial Regex Word();

    [GeneratedRegex(@"```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
