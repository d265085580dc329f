using System.Text;

namespace Holdfire.Cli.Tests;

/// <summary>What goes in, what is rejected and what is left alone, by the files that are there afterwards.</summary>
public sealed class ImportCommandTests
{
    private const string ReportsHeader =
        "id,source,published,from,to,zone,precision,act,measure,unit,count,areas,target,alleged_actor,aggregate,part_of,parts,"
        + "parts_exhaustive,included_in,killed,injured,objects,reference";

    private static readonly string[] UaNightRows =
    [
        "UA-1-L,ua-air-force,,2025-05-11T23:00,2025-05-12T08:30,Europe/Kyiv,minute,attack.air.uav.one-way,launched,item,108,UA,,RU,yes,,,,,,,,p/1",
        "UA-1-D,ua-air-force,,2025-05-11T23:00,2025-05-12T08:30,Europe/Kyiv,minute,attack.air.uav.one-way,destroyed,item,55,UA,,RU,yes,,disjoint,no,,,,,p/1",
        "UA-1-D-01,ua-air-force,,2025-05-11T23:00,2025-05-12T08:30,Europe/Kyiv,minute,attack.air.uav.one-way,destroyed,item,5,UA-51,,RU,yes,UA-1-D,,,,,,,p/1",
        "UA-1-N,ua-air-force,,2025-05-11T23:00,2025-05-12T08:30,Europe/Kyiv,minute,attack.air.uav.one-way,not_reached,item,30,UA,,RU,yes,,,,,,,,p/1",
    ];

    private static readonly string[] UaDayRows =
    [
        "UA-2-L,ua-air-command-south,,2025-05-12,2025-05-12,Europe/Kyiv,day,recon.air.uav,launched,item,2,X-UA-SOUTH,,RU,yes,,,,,,,,p/2",
        "UA-2-D,ua-air-command-south,,2025-05-12,2025-05-12,Europe/Kyiv,day,recon.air.uav,destroyed,item,1,X-UA-SOUTH,,RU,yes,,,,,,,,p/2",
    ];

    private static readonly string[] RuWholeRows =
    [
        "RU-1,ru-mod,2025-05-12T04:10Z,2025-05-11,2025-05-12,Europe/Moscow,night,attack.air.uav,destroyed,item,9,X-RU-MOD,,UA,yes,,disjoint,yes,,,,,t.me/mod_russia 2025-05-12T04:10Z",
        "RU-1-01,ru-mod,2025-05-12T04:10Z,2025-05-11,2025-05-12,Europe/Moscow,night,attack.air.uav,destroyed,item,6,RU-BRY,,UA,yes,RU-1,,,,,,,t.me/mod_russia 2025-05-12T04:10Z",
        "RU-1-02,ru-mod,2025-05-12T04:10Z,2025-05-11,2025-05-12,Europe/Moscow,night,attack.air.uav,destroyed,item,3,RU-KRS,,UA,yes,RU-1,,,,,,,t.me/mod_russia 2025-05-12T04:10Z",
    ];

    private static readonly string[] RuAboutRows =
    [
        "RU-2,ru-mod,2025-05-12T11:00Z,2025-05-12T12:30,2025-05-12T12:30,Europe/Moscow,about,attack.air.uav,destroyed,item,1,X-RU-MOD,,UA,yes,,disjoint,yes,,,,,t.me/mod_russia 2025-05-12T11:00Z",
        "RU-2-01,ru-mod,2025-05-12T11:00Z,2025-05-12T12:30,2025-05-12T12:30,Europe/Moscow,about,attack.air.uav,destroyed,item,1,RU-BEL,,UA,yes,RU-2,,,,,,,t.me/mod_russia 2025-05-12T11:00Z",
    ];

    [Fact]
    public void GoodRowsOfBothSides_GoIn_AndCount()
    {
        using var @case = new ImportCase();
        var ua = @case.Import("ua-air-force", @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaNight, ImportCase.UaDay));
        Assert.Equal((0, "import: 6 rows added, 0 already there, 0 rejected\n", ""), (ua.ExitCode, ua.Output, ua.Error));
        AssertReports(@case, "ua-air-force-may.csv", [.. UaNightRows, .. UaDayRows]);

        var ru = @case.Import("ru-mod", @case.Csv("may-ru.csv", ImportCase.RuHeader, ImportCase.RuWhole1, ImportCase.RuWhole2, ImportCase.RuAbout));
        Assert.Equal((0, "import: 5 rows added, 0 already there, 0 rejected\n", ""), (ru.ExitCode, ru.Output, ru.Error));
        AssertReports(@case, "ru-mod-may-ru.csv", [.. RuWholeRows, .. RuAboutRows]);

        Assert.DoesNotContain(@case.Everything(), f => f.Path.EndsWith(".rejected.csv", StringComparison.Ordinal) || f.Path.EndsWith(".tmp", StringComparison.Ordinal));
        // The one at 12:30 lies inside the day; the nine of the night may all be from the evening before it.
        Assert.Equal((1L, 10L), Destroyed(@case, "RU", "Europe/Moscow"));
        // The window starts at 23:00 on 11 May.
        Assert.Equal((0L, 55L), Destroyed(@case, "UA", "Europe/Kyiv"));
    }

    [Fact]
    public void ABadRowAmongGoodOnes_IsNamedAndWrittenOut_AndTheOthersGoIn()
    {
        using var @case = new ImportCase();
        var file = @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaNight.Replace("108", "many", StringComparison.Ordinal), ImportCase.UaDay);
        var run = @case.Import("ua-air-force", file);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal("import: 2 rows added, 0 already there, 1 rejected\n", run.Output);
        Assert.Equal(
            [$"{file}:2:launched: expected a whole number from 0, or blank, found 'many'", $"holdfire: the rejected rows stand in {file}.rejected.csv"],
            Lines(run.Error));
        AssertReports(@case, "ua-air-force-may.csv", UaDayRows);
        Assert.Equal(
            ["line,column,expected,found,raw_row", $"2,launched,\"a whole number from 0, or blank\",'many',\"{ImportCase.UaNight.Replace("108", "many", StringComparison.Ordinal)}\""],
            File.ReadAllLines(file + ".rejected.csv"));
    }

    [Fact]
    public void RejectedRow_IsNoFormula()
    {
        using var @case = new ImportCase();
        var file = @case.Csv("may.csv", ImportCase.UaHeader, "@SUM(1)," + ImportCase.UaNight.Replace("108", "=many", StringComparison.Ordinal), ImportCase.UaDay);
        Assert.Equal(3, @case.Import("ua-air-force", file).ExitCode);
        var text = File.ReadAllText(file + ".rejected.csv");
        Assert.Contains(",\"'@SUM(1),", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"@SUM", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownRegionOfABulletin_LeavesItsTotal_AndIsTold()
    {
        using var @case = new ImportCase();
        var file = @case.Csv("may.csv", ImportCase.RuHeader, ImportCase.RuWhole1, ImportCase.RuWhole2.Replace("Kursk", "Kurks", StringComparison.Ordinal), ImportCase.RuAbout);
        var run = @case.Import("ru-mod", file);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("note: region 'Kurks oblast' (1 row): no area of the case is named so", run.Output, StringComparison.Ordinal);
        AssertReports(@case, "ru-mod-may.csv", [RuWholeRows[0].Replace(",disjoint,yes,", ",disjoint,no,", StringComparison.Ordinal), RuWholeRows[1], .. RuAboutRows]);
    }

    [Theory]
    [InlineData("ua-air-force", ImportCase.UaHeader, ImportCase.UaDay, "UA-3,UA")]
    [InlineData("ru-mod", ImportCase.RuHeader, ImportCase.RuAbout, "RU-3,RU")]
    public void Strict_OnABadRow_WritesNothingAtAll(string format, string header, string good, string bad)
    {
        using var @case = new ImportCase();
        var file = @case.Csv("may.csv", header, good, bad);
        var before = @case.Everything();
        var run = @case.Import(format, file, "--strict");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{file}:3:", run.Error, StringComparison.Ordinal);
        Assert.Equal("holdfire: nothing went in", Lines(run.Error)[^1]);
        Assert.Equal(before, @case.Everything());
    }

    [Theory]
    [InlineData("ua-air-force", ImportCase.UaHeader, ImportCase.UaNight, ImportCase.UaDay, 6)]
    [InlineData("ru-mod", ImportCase.RuHeader, ImportCase.RuWhole1, ImportCase.RuWhole2, 3)]
    public void ASecondTime_AddsNothing_UnderAnyName(string format, string header, string one, string two, int rows)
    {
        using var @case = new ImportCase();
        var file = @case.Csv("may.csv", header, one, two);
        var renamed = @case.Csv("may-again.csv", header, one, two);
        Assert.Equal(0, @case.Import(format, file).ExitCode);
        var before = @case.Everything();
        foreach (var again in new[] { file, renamed })
        {
            var run = @case.Import(format, again, "--strict");
            Assert.Equal((0, $"import: 0 rows added, {rows} already there, 0 rejected\n"), (run.ExitCode, run.Output));
            Assert.Equal(before, @case.Everything());
        }
    }

    [Fact]
    public void AMendedFile_BringsInTheRest_AndTakesTheRejectsAway()
    {
        using var @case = new ImportCase();
        var file = @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaDay, ImportCase.UaNight.Replace("Kyiv", "Mars", StringComparison.Ordinal));
        Assert.Equal(3, @case.Import("ua-air-force", file).ExitCode);
        Assert.True(File.Exists(file + ".rejected.csv"));
        @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaDay, ImportCase.UaNight);
        var run = @case.Import("ua-air-force", file);
        Assert.Equal((0, "import: 4 rows added, 2 already there, 0 rejected\n"), (run.ExitCode, run.Output));
        AssertReports(@case, "ua-air-force-may.csv", [.. UaDayRows, .. UaNightRows]);
        Assert.False(File.Exists(file + ".rejected.csv"));
    }

    [Fact]
    public void OtherContentUnderAnIdOfTheCase_IsRejectedWithItsLine_AndTheCaseKeepsItsOwn()
    {
        using var @case = new ImportCase();
        Assert.Equal(0, @case.Import("ua-air-force", @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaNight)).ExitCode);
        var changed = ImportCase.UaNight.Replace("108", "109", StringComparison.Ordinal);
        var file = @case.Csv("june.csv", ImportCase.UaHeader, ImportCase.UaDay, changed);
        var run = @case.Import("ua-air-force", file);
        Assert.Equal((3, "import: 2 rows added, 0 already there, 1 rejected\n"), (run.ExitCode, run.Output));
        Assert.Equal(
            $"3,id,\"count '108', as the case holds under UA-1-L\",'109',\"{changed}\"", File.ReadAllLines(file + ".rejected.csv")[1]);
        Assert.Equal($"{file}:3:id: expected count '108', as the case holds under UA-1-L, found '109'", Lines(run.Error)[0]);
        AssertReports(@case, "ua-air-force-may.csv", UaNightRows);
        AssertReports(@case, "ua-air-force-june.csv", UaDayRows);
    }

    [Fact]
    public void ACaseOfOtherParties_TakesNothing_AndStaysWithoutErrors()
    {
        using var inputs = new ImportCase();
        using var invented = new InventedCase();
        var file = inputs.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaNight, ImportCase.UaDay.Replace("south", "Ukraine", StringComparison.Ordinal));
        var run = Cli.Run("import", "ua-air-force", file, "--case", invented.Folder);
        Assert.Equal((3, "import: 0 rows added, 0 already there, 2 rejected\n"), (run.ExitCode, run.Output));
        Assert.Contains("2,,a case that has the source ua-air-force,", File.ReadAllText(file + ".rejected.csv"), StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("case", "check", invented.Folder).ExitCode);
    }

    [Fact]
    public void BytesThatAreNotUtf8_AreARejectedRow()
    {
        using var @case = new ImportCase();
        var text = string.Join("\r\n", ImportCase.UaHeader, ImportCase.UaDay, ImportCase.UaDay.Replace("UA-2", "UA-3", StringComparison.Ordinal).Replace("Orlan-10", "M\u00FCcke", StringComparison.Ordinal));
        var file = @case.Bytes("may.csv", Encoding.Latin1.GetBytes(text));
        var run = @case.Import("ua-air-force", file);
        Assert.Equal((3, "import: 2 rows added, 0 already there, 1 rejected\n"), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file}:3:weapon: expected UTF-8, found 'M", run.Error, StringComparison.Ordinal);
        AssertReports(@case, "ua-air-force-may.csv", UaDayRows);
    }

    [Fact]
    public void AnUnknownFormat_NamesTheKnownOnes()
    {
        using var @case = new ImportCase();
        AssertRefused(@case, "ua-navy", @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaDay), "holdfire: FORMAT: expected one of acled, air-alerts, eth-prio, firms, kobo, odk, osce, ru-mod, table, telegram, ua-air-force, ucdp, viina, case; found 'ua-navy'");
    }

    [Fact]
    public void AMissingFile_IsNamed()
    {
        using var @case = new ImportCase();
        var file = Path.Combine(@case.Folder, "no-such.csv");
        AssertRefused(@case, "ru-mod", file, $"holdfire: {file}: expected a file to import, found no file of that name");
    }

    [Fact]
    public void ACaseWithErrors_LetsNothingIn()
    {
        using var @case = new ImportCase();
        File.AppendAllText(Path.Combine(@case.Folder, "parties.yaml"), "- {id: ZZ, name: Nobody, role: judge}\n");
        AssertRefused(@case, "ua-air-force", @case.Csv("may.csv", ImportCase.UaHeader, ImportCase.UaDay), $"holdfire: {@case.Folder}: 1 error; the case was not loaded");
    }

    [Fact]
    public void AFolderThatIsNoCase_LetsNothingIn()
    {
        using var @case = new ImportCase();
        var run = Cli.Run("import", "ru-mod", @case.Csv("may.csv", ImportCase.RuHeader, ImportCase.RuAbout), "--case", Path.Combine(@case.Folder, "nowhere"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("expected a case folder", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,source_party\r\n")]
    [InlineData("\0\0\0")]
    public void AFileOfAnotherLayout_IsRejectedByItsHeader(string text)
    {
        using var @case = new ImportCase();
        var file = @case.Bytes("may.csv", Encoding.UTF8.GetBytes(text));
        var before = @case.Everything();
        var run = @case.Import("ru-mod", file, "--strict");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{file}:1:", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, @case.Everything());
    }

    private static void AssertRefused(ImportCase @case, string format, string file, string line)
    {
        var before = @case.Everything();
        var run = @case.Import(format, file);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(line, Lines(run.Error)[^1]);
        Assert.Single(Lines(run.Error), l => l.StartsWith("holdfire: ", StringComparison.Ordinal));
        Assert.Empty(run.Output);
        Assert.Equal(before, @case.Everything());
    }

    private static void AssertReports(ImportCase @case, string file, string[] rows)
    {
        Assert.Equal([ReportsHeader, .. rows], File.ReadAllLines(@case.Reports(file)));
        var check = Cli.Run("case", "check", @case.Folder);
        Assert.True(check.ExitCode == 0, check.Error);
    }

    private static (long Min, long Max) Destroyed(ImportCase @case, string side, string zone)
    {
        var row = Assert.Single(Cli.Json(
            "counts", "--case", @case.Folder, "--side", side, "--act", "attack.air.uav", "--measure", "destroyed",
            "--from", "2025-05-12", "--to", "2025-05-12", "--tz", zone).GetProperty("rows").EnumerateArray());
        return (row.GetProperty("min").GetInt64(), row.GetProperty("max").GetInt64());
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
