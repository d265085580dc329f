namespace Holdfire.Cli.Tests;

public sealed class PlainErrorTests
{
    [Theory]
    [InlineData("new, form, check", "case")]
    [InlineData("check", "documents")]
    [InlineData("create, verify", "bundle")]
    public void AGroupWithoutACommand_NamesItsCommands(string names, params string[] command)
    {
        var run = Cli.Run(command);
        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Error.Contains($"expected 'holdfire {command[0]}' with one of {names}", StringComparison.Ordinal), run.Error);
        Assert.DoesNotContain("Required command was not provided", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void CaseCheck_AnErrorOfManyRows_IsSaidOnceWithTheirNumber()
    {
        using var small = new InventedCase();
        small.Write("sources.yaml", File.ReadAllText(Path.Combine(small.Folder, "sources.yaml")).Replace("id: ss-army", "id: sx-army", StringComparison.Ordinal));
        small.Write("statements.yaml", "statements: []\n");
        var run = Cli.Run("case", "check", small.Folder);
        var line = Assert.Single(run.Error.Split('\n'), l => l.Contains("reports/claims.csv", StringComparison.Ordinal));
        Assert.EndsWith("in the column source; found ss-army (30 rows: 3, 5, 7, 9, 11, …)", line.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void CaseCheck_AFileThatIsNotRead_IsNamed()
    {
        using var small = new InventedCase();
        small.Write(Path.Combine("reports", "log.xlsx"), "x");
        var run = Cli.Run("case", "check", small.Folder);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("reports/log.xlsx: is not read", run.Error, StringComparison.Ordinal);
    }
}
