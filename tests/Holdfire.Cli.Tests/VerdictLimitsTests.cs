namespace Holdfire.Cli.Tests;

public sealed class VerdictLimitsTests
{
    [Fact]
    public void Assess_WithLimitsOfItsOwn_DecidesByThem()
    {
        using var @case = new InventedCase();
        @case.Write("limits.yaml", "held_below: 0\nlargely_held_below: 0\n");
        var answer = Cli.Json("assess", "--case", @case.Folder, "--verdicts", Path.Combine(@case.Folder, "limits.yaml"));
        var line = answer.GetProperty("truces")[0].GetProperty("lines").EnumerateArray()
            .Single(l => l.GetProperty("source").GetString() == "nn-army" && l.GetProperty("verdict").GetString() is not null);
        Assert.Equal("reduced", line.GetProperty("verdict").GetString());
        Assert.Equal(0, answer.GetProperty("limits").GetProperty("largely_held_below").GetDouble());
    }

    [Theory]
    [InlineData("held_below: lots\n", ":1:13: expected a number from 0 to 100, found lots")]
    [InlineData("held_below: 0.6\n", "held_below <= largely_held_below")]
    [InlineData("hold_below: 0.6\n", "hold_below")]
    [InlineData("", "a map of limits")]
    public void Assess_WithWrongLimits_NamesTheError(string yaml, string says)
    {
        using var @case = new InventedCase();
        @case.Write("limits.yaml", yaml);
        var run = Cli.Run("assess", "--case", @case.Folder, "--verdicts", Path.Combine(@case.Folder, "limits.yaml"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
