using System.Text.Json;

namespace Holdfire.Cli.Tests;

public sealed class EarlierMethodTests
{
    [Fact]
    public void Verify_FigureByAnEarlierMethod_IsSignedAndCompleteButNotRecomputed()
    {
        var run = Cli.Run("bundle", "verify", Path.Combine(Cli.Root, "tests", "compat", "bundles", "assess.zip"), "--format", "json");

        Assert.Equal(8, run.ExitCode);
        using var answer = JsonDocument.Parse(run.Output);
        Assert.Contains("not_recomputed", answer.RootElement.GetProperty("verdict").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            answer.RootElement.GetProperty("checks").EnumerateArray(),
            c => c.GetProperty("check").GetString() == "figure" && c.GetProperty("detail").GetString()!.Contains("was made as holdfire/assessment/1", StringComparison.Ordinal));
    }
}
