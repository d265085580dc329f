using System.Text.Json;

namespace Holdfire.Cli.Tests;

public sealed class ContractTests
{
    [Fact]
    public void Audit_OfTheFoundingClaim_NamesTheConflictingWindow()
    {
        var answer = Cli.Json("audit", "--case", Cli.BuiltInCase, "--statement", "S21");
        Assert.Equal("holdfire/audit/1", answer.GetProperty("schema").GetString());
        var claims = answer.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal(
            [("attack.air.uav", 524L, (long?)524L, "window"), ("attack.sea.uav", 45, 45, "window"), ("attack.air.missile", 1, null, "window"), ("attack.ground", 5, 5, "none found")],
            claims.Select(c => (
                c.GetProperty("act").GetString()!, c.GetProperty("claimed").GetProperty("min").GetInt64(),
                c.GetProperty("claimed").GetProperty("max").ValueKind == JsonValueKind.Null ? (long?)null : c.GetProperty("claimed").GetProperty("max").GetInt64(),
                c.GetProperty("fault").GetString()!)));
        Assert.All(claims, c =>
        {
            Assert.Equal("unchecked", c.GetProperty("verdict").GetString());
            Assert.Equal(72, c.GetProperty("window_hours").GetDouble());
            Assert.NotEmpty(c.GetProperty("reasons").EnumerateArray());
        });
    }

    [Fact]
    public void Assess_TheFourTruces_HaveTheStatusOfTheirTerms()
    {
        var answer = Cli.Json("assess", "--case", Cli.BuiltInCase);
        Assert.Equal("holdfire/assessment/2", answer.GetProperty("schema").GetString());
        Assert.Equal(
            [("A1", "in_force"), ("A2", "in_force"), ("A3", "in_force"), ("A4", "never_in_force")],
            answer.GetProperty("truces").EnumerateArray().Select(t => (t.GetProperty("truce").GetString()!, t.GetProperty("status").GetString()!)));
    }

    [Fact]
    public void Assess_APartyThatTheTruceDidNotBind_GetsRatesAndNoVerdict()
    {
        var lines = Cli.Json("assess", "--case", Cli.BuiltInCase, "--truce", "A3").GetProperty("truces")[0].GetProperty("lines")
            .EnumerateArray().Where(l => l.GetProperty("alleged_actor").GetString() == "UA").ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Equal(JsonValueKind.Null, l.GetProperty("verdict").ValueKind));
    }

    [Theory]
    [InlineData("case", "check")]
    [InlineData("truces")]
    [InlineData("counts")]
    [InlineData("audit")]
    [InlineData("assess")]
    [InlineData("incidents")]
    [InlineData("incidents", "show")]
    [InlineData("incidents", "pins")]
    [InlineData("findings")]
    [InlineData("findings", "counts")]
    [InlineData("findings", "show")]
    [InlineData("findings", "explain")]
    public void Help_OfAQuery_HasAnExampleThatWorksAsPrinted(params string[] command)
    {
        const string Lead = "Example: holdfire ";
        var help = Cli.Run([.. command, "--help"]).Output.Split('\n').Select(l => l.Trim());
        var example = help.First(l => l.StartsWith(Lead, StringComparison.Ordinal))[Lead.Length..];
        var run = Cli.Run([.. example.Split(' ').Select(a => a.StartsWith("cases/", StringComparison.Ordinal) ? Path.Combine(Cli.Root, a) : a)]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.NotEmpty(run.Output);
    }

    [Theory]
    [InlineData("incidents")]
    [InlineData("findings")]
    [InlineData("findings", "counts")]
    public void Csv_SaysWhatWasKnownWhen(params string[] command)
    {
        var rows = Cli.Run([.. command, "--case", Path.Combine(Cli.Root, "cases", "practice-line"), "--as-of", "2031-03-09T00:01Z", "--format", "csv"])
            .Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(rows[0].Split(','), "as_of");
        Assert.True(rows.Length > 1 && at >= 0, rows[0]);
        Assert.All(rows[1..], r => Assert.Contains(",2031-03-09T00:01Z,", r, StringComparison.Ordinal));
    }

    [Fact]
    public void Report_OfTheBuiltInCase_IsOneFileWithoutScriptsOrNetwork()
    {
        var file = Path.Combine(Path.GetTempPath(), $"holdfire-{Environment.ProcessId}.html");
        try
        {
            var run = Cli.Run("report", "--case", Cli.BuiltInCase, "--out", file);
            Assert.True(run.ExitCode == 0, run.Error);
            var html = File.ReadAllText(file);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("id=\"S21\"", html, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
