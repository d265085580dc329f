namespace Holdfire.Cli.Tests;

public sealed class IncidentsCommandTests
{
    [Fact]
    public void Incidents_OfTheBuiltInCase_HoldEachReportOnce()
    {
        var answer = Cli.Json("incidents", "--case", Cli.BuiltInCase);
        Assert.Equal("holdfire/incidents/1", answer.GetProperty("schema").GetString());
        var reports = answer.GetProperty("incidents").EnumerateArray().SelectMany(i => i.GetProperty("reports").EnumerateArray()).Select(r => r.GetString()).ToList();
        Assert.Equal(1361, reports.Count);
        Assert.Equal(1361, reports.Distinct().Count());
    }

    [Fact]
    public void Show_OfASum_SaysWhatMatchesItAndWhy()
    {
        var answer = Cli.Json("incidents", "show", "UA-2025-02-28-01-D", "--case", Cli.BuiltInCase, "--why");
        Assert.Equal("I-UA-2025-02-28-01-D", answer.GetProperty("incident").GetProperty("id").GetString());
        Assert.Equal(0, answer.GetProperty("contains")[0].GetProperty("matched").GetProperty("min").GetInt64());
        Assert.Equal("measured", answer.GetProperty("why").GetProperty("pairs")[0].GetProperty("stated").GetString());
    }

    [Fact]
    public void Fit_OfTheBuiltInCase_KeepsTheNumbersAndSaysSo()
    {
        var file = Path.GetTempFileName();
        var run = Cli.Run("incidents", "fit", "--case", Cli.BuiltInCase, "--out", file);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("were kept", run.Output, StringComparison.Ordinal);
        var again = Cli.Run("incidents", "--case", Cli.BuiltInCase, "--parameters", file, "--format", "geojson", "--merged");
        Assert.StartsWith("{\n  \"type\": \"FeatureCollection\"", again.Output, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("--act", "attack.x", "--act: expected one of")]
    [InlineData("--area", "Nowhere", "--area: expected a known area")]
    [InlineData("--format", "xml", "--format: expected one of")]
    [InlineData("--parameters", "/nowhere.json", "--parameters: expected a JSON file")]
    public void Incidents_WithAWrongOption_NameIt(string option, string value, string message)
    {
        var run = Cli.Run("incidents", "--case", Cli.BuiltInCase, option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
