using System.Text.Json;

namespace Holdfire.Cli.Tests;

public sealed class LookupCommandTests
{
    private const string Boundaries = """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"ADM2_EN":"Tyre","ADM2_PCODE":"LB62","ADM1_EN":"South","ADM2_AR":"صور"},
          "geometry":{"type":"Polygon","coordinates":[[[35.1,33.1],[35.4,33.1],[35.4,33.4],[35.1,33.4],[35.1,33.1]]]}},
         {"type":"Feature","properties":{"ADM2_EN":"Saida","ADM2_PCODE":"LB61","ADM1_EN":"South"},
          "geometry":{"type":"Polygon","coordinates":[[[35.3,33.4],[35.6,33.4],[35.6,33.7],[35.3,33.7],[35.3,33.4]]]}}]}
        """;

    [Theory]
    [InlineData("Bekaa", "LB", "LB-BI")]
    [InlineData("el nabatieh", null, "LB-NA")]
    [InlineData("SD-DN", null, "SD-DN")]
    [InlineData("Kharkiv oblast", null, "UA-63")]
    [InlineData("33.27,35.20", null, "LB-JA")]
    [InlineData("Manila", "Philippines", "PH-00")]
    public void Places_NameCodeOrPoint_GivesTheArea(string asked, string? country, string code)
    {
        string[] within = country is null ? [] : ["--country", country];
        var run = Cli.Run(["places", asked, "--format", "json", .. within]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("holdfire/places/1", json.GetProperty("schema").GetString());
        Assert.Contains(code, json.GetProperty("areas").EnumerateArray().Select(a => a.GetProperty("code").GetString())
            .Concat(json.GetProperty("towns").EnumerateArray().Select(t => t.GetProperty("area").GetString())));
    }

    [Fact]
    public void Places_ForeignName_IsNotOfferedInALebaneseSearch()
    {
        var run = Cli.Run("places", "Kharkiv oblas", "--country", "LB");
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("Kharkiv oblast", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "places", "Beirut", "--country", "Lebanonn" }, "LB (Lebanon)")]
    [InlineData(new[] { "places", "91,10" }, "latitude -90 to 90")]
    [InlineData(new[] { "places" }, "expected a name, a code or a point")]
    public void Places_WrongInput_IsOneClearLine(string[] args, string says)
    {
        var run = Cli.Run(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_Import_AddsBoundariesAndVillagesOnce()
    {
        var folder = Directory.CreateTempSubdirectory("holdfire").FullName;
        var dir = NewCase(folder);
        var file = Path.Combine(folder, "adm2.geojson");
        File.WriteAllText(file, Boundaries);
        Assert.Equal((0, "2 read, 2 added"), Imported(Cli.Run("places", "import", file, "--case", dir)));
        Assert.Equal((0, "2 read, 0 added"), Imported(Cli.Run("places", "import", file, "--case", dir)));

        // Two villages of one name, a hill that is no place, and one village too small.
        var villages = Path.Combine(folder, "LB.txt");
        File.WriteAllText(villages, Village(1, "Ain", 33.2, 35.2, "P", 900) + Village(2, "Ain", 33.5, 35.5, "P", 800) + Village(3, "Jabal", 33.5, 35.5, "T", 0) + Village(4, "Zibq", 33.1, 35.2, "P", 3));
        Assert.Equal((0, "2 read, 2 added"), Imported(Cli.Run("places", "import", villages, "--case", dir, "--min-population", "100")));
        Assert.Equal(0, Cli.Run("case", "check", dir).ExitCode);
        Assert.Contains("Ain (X-GN2)", File.ReadAllText(Path.Combine(dir, "case.yaml")), StringComparison.Ordinal);
        Assert.Contains("X-LB62", Cli.Run("places", "Tyre", "--country", "LB", "--case", dir).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_ImportOfAnotherFile_SaysWhatIsExpectedAndLeavesTheCase()
    {
        var folder = Directory.CreateTempSubdirectory("holdfire").FullName;
        var dir = NewCase(folder);
        var before = File.ReadAllText(Path.Combine(dir, "case.yaml"));
        var file = Path.Combine(folder, "a.geojson");
        File.WriteAllText(file, Boundaries.Replace("ADM2_", "X_", StringComparison.Ordinal).Replace("ADM1_", "Y_", StringComparison.Ordinal));
        var run = Cli.Run("places", "import", file, "--case", dir);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ADM2_PCODE", run.Error, StringComparison.Ordinal);
        File.WriteAllText(file, "{");
        Assert.Equal(2, Cli.Run("places", "import", file, "--case", dir).ExitCode);
        Assert.Equal(before, File.ReadAllText(Path.Combine(dir, "case.yaml")));
    }

    [Fact]
    public void Acts_Word_GivesTheCodesThatHaveIt()
    {
        var json = JsonDocument.Parse(Cli.Run("acts", "shelling", "--format", "json").Output).RootElement;
        Assert.Equal("holdfire/acts/1", json.GetProperty("schema").GetString());
        Assert.Contains("attack.shelling", json.GetProperty("codes").EnumerateArray().Select(a => a.GetProperty("code").GetString()));
    }

    [Fact]
    public void Acts_UnknownWord_NamesTheNearestThree()
    {
        var run = Cli.Run("acts", "sheling");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("attack.shelling", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CaseCheck_UnknownAct_NamesThreeAndTheLookUp()
    {
        var folder = Directory.CreateTempSubdirectory("holdfire").FullName;
        var dir = NewCase(folder);
        File.AppendAllText(Path.Combine(dir, "reports", "a.csv"), "R2,s,2030-01-02,2030-01-02,Asia/Beirut,day,airstrike,occurred,1,LB-NA\n");
        var run = Cli.Run("case", "check", dir);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("(see 'holdfire acts airstrike')", run.Error, StringComparison.Ordinal);
    }

    private static string Village(int id, string name, double lat, double lon, string kind, int people) =>
        FormattableString.Invariant($"{id}\t{name}\t{name}\t\t{lat}\t{lon}\t{kind}\tPPL\tLB\t\t06\t\t\t\t{people}\t\t100\tAsia/Beirut\t2020-01-01\n");

    private static (int Code, string Sum) Imported(CliRun run) =>
        (run.ExitCode, run.Output.Split(": ", 2) is [_, var sum] ? string.Join(',', sum.Split(',').Take(2)).Split(" to ")[0] : run.Error);

    private static string NewCase(string folder)
    {
        var dir = Path.Combine(folder, "case");
        Directory.CreateDirectory(Path.Combine(dir, "reports"));
        File.WriteAllText(Path.Combine(dir, "case.yaml"), "id: c\ntitle: Case\nzone: Asia/Beirut\ncountries: [LB]\n");
        File.WriteAllText(Path.Combine(dir, "parties.yaml"), "- {id: A, name: A, role: party}\n");
        File.WriteAllText(Path.Combine(dir, "sources.yaml"), "- {id: s, name: S, kind: observer, grade: C, scope: LB}\n");
        File.WriteAllText(Path.Combine(dir, "truces.yaml"), "[]\n");
        File.WriteAllText(Path.Combine(dir, "statements.yaml"), "statements: []\n");
        File.WriteAllText(Path.Combine(dir, "reports", "a.csv"), "id,source,from,to,zone,precision,act,measure,count,areas\nR1,s,2030-01-01,2030-01-01,Asia/Beirut,day,attack,occurred,1,El Nabatieh\n");
        return dir;
    }
}
