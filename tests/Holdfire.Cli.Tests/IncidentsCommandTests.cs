namespace Holdfire.Cli.Tests;

public sealed class IncidentsCommandTests
{
    private static string Practice => Path.Combine(Cli.Root, "cases", "practice-line");

    [Fact]
    public void Incidents_OfTheBuiltInCase_HoldEachReportOnce()
    {
        var answer = Cli.Json("incidents", "--case", Cli.BuiltInCase);
        Assert.Equal("holdfire/incidents/2", answer.GetProperty("schema").GetString());
        var reports = answer.GetProperty("incidents").EnumerateArray().SelectMany(i => i.GetProperty("reports").EnumerateArray()).Select(r => r.GetString()).ToList();
        Assert.Equal(1361, reports.Count);
        Assert.Equal(1361, reports.Distinct().Count());
    }

    [Fact]
    public void Incidents_OnAnyNumberOfProcessors_AreTheSameToTheByte()
    {
        var one = Cli.RunOn(1, "incidents", "--case", Cli.BuiltInCase, "--format", "json");
        Assert.Equal(0, one.ExitCode);
        Assert.All((int[])[2, 4], n => Assert.Equal(one.Output, Cli.RunOn(n, "incidents", "--case", Cli.BuiltInCase, "--format", "json").Output));
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
    [InlineData("incidents")]
    [InlineData("findings")]
    public void Area_GivenByAnOutline_KeepsWhatMayLieInIt(string command)
    {
        string[] In(string area) => [.. Cli.Json(command, "--case", Practice, "--area", area).GetProperty(command).EnumerateArray()
            .Select(i => i.GetProperty("id").GetString()!).Distinct()];
        var (zone, all) = (In("X-ZONE"), In("X-LINE"));
        Assert.Contains("I-commission-patrol-014", zone);
        Assert.ProperSubset(all.ToHashSet(), zone.ToHashSet());
    }

    [Fact]
    public void Show_AsCsv_HoldsTheIncidentAsTheListDoes()
    {
        var list = Cli.Run("incidents", "--case", Practice, "--format", "csv").Output.Split("\r\n");
        var show = Cli.Run("incidents", "show", "vel-staff-018", "--case", Practice, "--format", "csv").Output.Split("\r\n");
        Assert.Equal(3, show.Length);
        Assert.Equal(list[0], show[0]);
        Assert.Contains(show[1], list);
    }

    [Theory]
    [InlineData("[]", "line 1, column 2: ")]
    [InlineData("{\"version\": \"a\", \"version\": \"b\"}", "found a key twice, 'version'")]
    [InlineData("{\"version\": \"a\", \"link\": 1}", "found the unknown key 'link'")]
    [InlineData("{\"version\": \"a\", \"link_bits\": \"two\"}", "found a value of another kind at link_bits")]
    [InlineData("{\"version\": \"a\"}", "found no link_bits, ")]
    public void Parameters_ThatAreNone_AreNamedInTheWordsOfTheFile(string text, string message)
    {
        using var folder = new TemporaryFile("parameters.json", text);
        var run = Cli.Run("incidents", "--case", Practice, "--parameters", folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incidents", "fit")]
    [InlineData("report")]
    public void Out_ThatIsAFolder_IsRefusedAndNothingIsLeft(params string[] command)
    {
        using var file = new TemporaryFile("kept", "");
        var folder = Path.GetDirectoryName(file.Path)!;
        foreach (var to in new[] { folder, folder + "/", Path.Combine(folder, "none", "x") })
        {
            var run = Cli.Run([.. command, "--case", Practice, "--out", to]);
            Assert.Equal(4, run.ExitCode);
            Assert.StartsWith("holdfire: --out: expected a file", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal([file.Path], Directory.GetFileSystemEntries(folder));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!, Path.GetFileName(folder) + "*.partial"));
    }

    [Fact]
    public void Out_ThatIsALink_StaysOne()
    {
        using var file = new TemporaryFile("target.json", "");
        var link = file.Path + ".link";
        File.CreateSymbolicLink(link, file.Path);
        Assert.Equal(0, Cli.Run("incidents", "fit", "--case", Practice, "--out", link).ExitCode);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.StartsWith("{", File.ReadAllText(file.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--act", "attack.x", "--act: expected one of")]
    [InlineData("--area", "Nowhere", "--area: expected a known area")]
    [InlineData("--parameters", "/nowhere.json", "--parameters: expected a JSON file")]
    public void Incidents_WithAWrongOption_NameIt(string option, string value, string message)
    {
        var run = Cli.Run("incidents", "--case", Cli.BuiltInCase, option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
