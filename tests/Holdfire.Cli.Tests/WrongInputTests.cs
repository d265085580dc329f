namespace Holdfire.Cli.Tests;

public sealed class WrongInputTests
{
    [Theory]
    [InlineData(1, "is required", "counts", "--case", "BUILT-IN")]
    [InlineData(1, "--case DIR", "counts")]
    [InlineData(1, "bogus", "bogus")]
    [InlineData(1, "--format: expected table, json or csv; found 'xml'", "truces", "--case", "x", "--format", "xml")]
    [InlineData(1, "--format: expected table, json, csv or geojson; found 'xml'", "incidents", "--case", "x", "--format", "xml")]
    [InlineData(1, "--format: expected table, json or csv; found 'geojson'", "findings", "counts", "--case", "x", "--format", "geojson")]
    [InlineData(1, "expected one of --apart and --parameters, found both", "findings", "--case", "x", "--apart", "--parameters", "y")]
    [InlineData(1, "expected one of --same and --not-same, found neither", "incidents", "pin", "a", "b", "--by", "x", "--reason", "y", "--case", "x")]
    [InlineData(1, "expected one of --same and --not-same, found both", "incidents", "pin", "a", "b", "--same", "--not-same", "--by", "x", "--reason", "y", "--case", "x")]
    [InlineData(1, "expected --out FILE for a case folder, found none", "incidents", "fit", "--case", "x")]
    [InlineData(2, "--tz: expected an IANA zone", "incidents", "--case", "BUILT-IN", "--tz", "Mars/Olympus")]
    [InlineData(4, "--out: expected a file in a folder that is there", "report", "--case", "BUILT-IN", "--out", "no-such-folder/x.html")]
    [InlineData(2, "expected a case folder", "truces", "--case", "no-such-folder")]
    public void WrongCommandLine_IsOneClearLine(int code, string says, params string[] arguments)
    {
        var run = Cli.Run([.. arguments.Select(a => a == "BUILT-IN" ? Cli.BuiltInCase : a)]);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--side", "XX", "expected one of")]
    [InlineData("--act", "attack.spoon", "expected one of")]
    [InlineData("--measure", "guessed", "not_reached")]
    [InlineData("--region", "Belgrad oblast", "Belgorod oblast")]
    [InlineData("--from", "2025-13-01", "civil date")]
    [InlineData("--to", "2025-04-01", "not before")]
    [InlineData("--by", "fortnight", "day, week, phase or total")]
    [InlineData("--tz", "Mars/Olympus", "IANA")]
    [InlineData("--as-of", "yesterday", "instant in UTC")]
    public void WrongValue_NamesWhatWasExpectedAndFound(string option, string value, string says)
    {
        Dictionary<string, string> options = new()
        {
            ["--side"] = "UA", ["--act"] = "attack.air.uav", ["--measure"] = "launched", ["--from"] = "2025-05-01", ["--to"] = "2025-05-02",
        };
        options[option] = value;
        var run = Cli.Run(["counts", "--case", Cli.BuiltInCase, .. options.SelectMany(o => new[] { o.Key, o.Value })]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }
}
