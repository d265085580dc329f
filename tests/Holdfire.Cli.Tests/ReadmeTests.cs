namespace Holdfire.Cli.Tests;

public sealed class ReadmeTests
{
    // The README shows a piece of a run. It is to be what the command prints, to the letter.
    [Fact]
    public void Readme_ThePieceOfARun_IsWhatTheCommandPrints()
    {
        var readme = File.ReadAllText(Path.Combine(Cli.Root, "README.md"));
        var block = readme.Split("```").Single(b => b.StartsWith("\n$ ./holdfire counts", StringComparison.Ordinal)).Trim('\n');
        var end = block.IndexOf("\n\n", StringComparison.Ordinal);
        var command = block["$ ./holdfire ".Length..end].Replace("\\\n", "", StringComparison.Ordinal);
        var arguments = command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a == "cases/ukraine-2025" ? Cli.BuiltInCase : a).ToArray();

        var run = Cli.RunProcess(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(block[(end + 2)..].Trim('\n'), run.Output.ReplaceLineEndings("\n").Trim('\n'));
    }
}
