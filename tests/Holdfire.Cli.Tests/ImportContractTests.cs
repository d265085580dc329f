using System.Text.Json;

namespace Holdfire.Cli.Tests;

/// <summary>The answer of an import for programs, into a folder and into a record.</summary>
public sealed class ImportContractTests
{
    private const string Rows =
        "Nr;Day;Kind;Where\n1;10/03/2031;Shelling;Z1\n2;11/03/2031;Shelling;Z1\n3;31/02/2031;Shelling;Z1\n4;12/03/2031;Talk;Z1\n5;12/03/2031;Shelling;Z1\n\n";

    private const string Map = """
        source: diary
        id_prefix: D-
        date_format: dd/MM/yyyy
        columns: {id: Nr, from: Day, act: Kind, areas: Where}
        values: {act: {Shelling: attack.shelling, Talk: left_out}}
        areas: {Z1: X-EAST}
        """;

    [Fact]
    public void EveryRecordIsCounted_ADryRunWritesNothing_AndASecondTimeAddsNothing()
    {
        using var @case = new InventedCase();
        var (file, map) = Files(@case, Map);
        var dry = Cli.Run("import", "table", file, "--map", map, "--case", @case.Folder, "--dry-run", "--format", "json");
        Assert.Equal(3, dry.ExitCode);
        Assert.Equal("5 = 3 + 0 + 0 + 0 + 1 + 1 True", Counted(dry.Output));
        Assert.False(File.Exists(file + ".rejected.csv"));

        var run = Cli.Run("import", "table", file, "--map", map, "--case", @case.Folder, "--format", "json");
        Assert.Equal((3, "5 = 3 + 0 + 0 + 0 + 1 + 1 False"), (run.ExitCode, Counted(run.Output)));
        Assert.StartsWith($"{file}:4:Day: expected a date of the form dd/MM/yyyy, found '31/02/2031'", run.Error, StringComparison.Ordinal);
        Assert.Equal("5 = 0 + 3 + 0 + 0 + 1 + 1 False", Counted(Cli.Run("import", "table", file, "--map", map, "--case", @case.Folder, "--format", "json").Output));
        Assert.Equal(0, Cli.Run("case", "check", @case.Folder).ExitCode);
    }

    [Fact]
    public void WrongKeysAndValuesOfAMap_AreNamedByLineAndColumn_AndNothingGoesIn()
    {
        using var @case = new InventedCase();
        var (file, map) = Files(@case, "seperator: \";\"\nzone: Mars\ncolumns: {id: Nr, wher: Where}\nvalues: {act: {Shelling: atack}}\nparties: {Z: nobody}\n");
        var run = Cli.Run("import", "table", file, "--map", map, "--case", @case.Folder);
        Assert.Equal(2, run.ExitCode);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["1:1", "2:7", "3:19", "4:26", "5:14"], lines[..5].Select(l => string.Join(':', l[(map.Length + 1)..].Split(':').Take(2))));
        Assert.EndsWith("5 errors; nothing went in", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void GuessedMap_NamesTheColumnsAndTheWords()
    {
        using var @case = new InventedCase();
        var (file, _) = Files(@case, Map);
        var run = Cli.Run("import", "table", file, "--guess");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("from: \"Day\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("date_format: d/M/yyyy", run.Output, StringComparison.Ordinal);
    }

    private static (string File, string Map) Files(InventedCase @case, string map)
    {
        var (file, mapFile) = (Path.Combine(@case.Folder, "diary.csv"), Path.Combine(@case.Folder, "map.txt"));
        File.WriteAllText(file, Rows);
        File.WriteAllText(mapFile, map);
        return (file, mapFile);
    }

    private static string Counted(string output)
    {
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal("holdfire/import/1", answer.GetProperty("schema").GetString());
        int Of(string key) => answer.GetProperty(key).GetInt32();
        var left = answer.GetProperty("left_out").EnumerateObject().Sum(p => p.Value.GetInt32());
        Assert.Equal(Of("read"), Of("added") + Of("already") + Of("updated") + Of("withdrawn") + left + Of("rejected"));
        return $"{Of("read")} = {Of("added")} + {Of("already")} + {Of("updated")} + {Of("withdrawn")} + {left} + {Of("rejected")} {answer.GetProperty("dry_run").GetBoolean()}";
    }
}
