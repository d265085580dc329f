namespace Holdfire.Cli.Tests.Records;

/// <summary>Who may see what is entered, and as whom a record is read.</summary>
public sealed class AudienceCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("holdfire-audience-").FullName;

    private string Folder => Path.Combine(root, "valleys");

    public AudienceCommandTests() => RecordOfCase.Good("record", "init", Folder, "--origin", "records.example/valleys");

    [Fact]
    public void Reports_AreSealedForWhomTheirHandlingNames_AndTheImportSaysSo()
    {
        var said = Import();
        Assert.Contains("sealed: 14 for mission, 1 for party:UP", said, StringComparison.Ordinal);
        Assert.Contains("--audience public", said, StringComparison.Ordinal);
        Assert.Contains("43 already there", Import(), StringComparison.Ordinal);
        Assert.Equal(["B-3", "B-4"], Added("mission"));
        Assert.Equal(["B-4"], Added("party:UP"));
        Assert.Empty(Added("party:LO"));
        Assert.Empty(Added("anna@public"));

        // What names such a report would tell of it: a detection, steps of verification, queries, and the reply to one.
        var open = RecordOfCase.Good("record", "log", Folder, "--format", "json");
        Assert.All((string[])["B-3", "B-4", "Q1", "A1"], id => Assert.DoesNotContain($"\"{id}\"", open, StringComparison.Ordinal));
        Assert.All((string[])["H-1", "V5", "A2"], id => Assert.Contains($"\"{id}\"", open, StringComparison.Ordinal));
        Assert.Contains("sealed entries 15: 15 here", RecordOfCase.Good("record", "verify", Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void WithTheLabelPublic_AllIsOpen_AndAChangeThatAsksForLessIsSealed()
    {
        Import("--audience", "public");
        Assert.Contains("B-3", Ids("public"));
        var folder = Path.Combine(root, "case");
        Copy(Path.Combine(Repository.Root, "cases", "practice-valley"), folder);
        var file = Path.Combine(folder, "reports", "2032-05.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("Three bangs", "Four bangs", StringComparison.Ordinal));
        Assert.Contains("sealed: 1 for mission", RecordOfCase.Good("import", "case", folder, "--record", Folder), StringComparison.Ordinal);
        Assert.Contains("Three bangs", RecordOfCase.Good("record", "show", Folder, "B-3"), StringComparison.Ordinal);
        Assert.DoesNotContain("Four bangs", RecordOfCase.Good("record", "show", Folder, "B-3"), StringComparison.Ordinal);
        Assert.Contains("Four bangs", RecordOfCase.Good("record", "show", Folder, "B-3", "--audience", "mission"), StringComparison.Ordinal);
    }

    [Fact]
    public void Append_Seals_AndWhoMaySeeItCountsIt()
    {
        Import();
        var report = Path.Combine(root, "report.yaml");
        File.WriteAllText(report, """
            {id: U-1, source: mission, published: 2032-05-03T08:00Z, from: 2032-05-02T15:00, to: 2032-05-02T15:30, zone: Asia/Beirut, precision: minute,
             act: violation.demolition, measure: occurred, unit: item, count: 5, areas: X-MILL, alleged_actor: LO}
            """);
        Assert.Contains("sealed for party:UP", RecordOfCase.Good("record", "append", Folder, "--kind", "report", "--file", report, "--audience", "party:UP"), StringComparison.Ordinal);
        Assert.Equal((0, 6, 6, 0), (Count("public"), Count("party:UP"), Count("mission"), Count("party:LO")));

        File.WriteAllText(report, File.ReadAllText(report).Replace("count: 5", "count: 7", StringComparison.Ordinal));
        RecordOfCase.Good("record", "append", Folder, "--corrects", "U-1", "--file", report, "--reason", "counted again", "--audience", "party:UP");
        Assert.Equal(8, Count("party:UP"));
        RecordOfCase.Good("record", "append", Folder, "--withdraws", "U-1", "--reason", "twice", "--audience", "party:UP");
        Assert.Equal(1, Count("party:UP"));
    }

    [Theory]
    [InlineData("a party of the record", "--audience", "party:XX", "--kind", "report", "--file", "none.yaml")]
    [InlineData("expected public, mission, party:ID or named:ID,ID", "--audience", "staff", "--kind", "report", "--file", "none.yaml")]
    [InlineData("one of --protected and --audience", "--audience", "mission", "--protected", "--kind", "report", "--file", "none.yaml")]
    [InlineData("give the label of a sealed one with --audience", "--withdraws", "21", "--reason", "wrong")]
    public void WrongLabels_AreRefused(string line, params string[] options)
    {
        Import();
        var run = Cli.Run(["record", "append", Folder, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(line, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAudience_NeedsARecord_AndIsOneThatThereIs()
    {
        var run = Cli.Run("truces", "--case", Path.Combine(Repository.Root, "cases", "practice-valley"), "--audience", "mission");
        Assert.Contains("--audience: expected --record DIR with it", run.Error, StringComparison.Ordinal);
        Import();
        run = Cli.Run("truces", "--record", Folder, "--audience", "everybody");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--audience: expected public, mission", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"audience\": \"anna@party:UP\"", RecordOfCase.Good("truces", "--record", Folder, "--audience", "anna@party:UP", "--format", "json"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Import(params string[] more) => RecordOfCase.Good(["import", "case", Path.Combine(Repository.Root, "cases", "practice-valley"), "--record", Folder, .. more]);

    // What the mission claims was torn up, item by item.
    private int Count(string audience) => Cli.Json(
        "counts", "--record", Folder, "--audience", audience, "--claimant", "MI", "--act", "violation.demolition", "--measure", "occurred", "--from", "2032-05-02", "--to", "2032-05-02")
        .GetProperty("rows").EnumerateArray().Where(r => r.TryGetProperty("unit", out var unit) && unit.GetString() == "item").Sum(r => r.GetProperty("max").GetInt32());

    // The reports that somebody sees beside the public's.
    private string[] Added(string audience) => [.. Ids(audience).Except(Ids("public"))];

    private string[] Ids(string audience) => [.. Cli.Json("record", "log", Folder, "--kind", "report", "--audience", audience).GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("id").GetString()!)];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
