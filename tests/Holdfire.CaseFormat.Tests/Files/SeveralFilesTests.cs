using Holdfire.Model;

namespace Holdfire.CaseFormat.Tests.Files;

public class SeveralFilesTests
{
    private const string Header =
        "id,source,published,from,to,zone,precision,act,measure,unit,count,areas,target,alleged_actor,aggregate,part_of,parts,parts_exhaustive,included_in,killed,injured,objects,reference\n";

    [Fact]
    public void Load_ReportsThatReferAcrossFiles_AreReadInTheOrderOfTheNames()
    {
        using var small = With("2030-02.csv", Row("R4", partOf: "R1", includedIn: "") + Row("R5", partOf: "", includedIn: "R4"));
        File.Move(Path.Combine(small.Folder, "reports/2030-01.csv"), Path.Combine(small.Folder, "reports/2030-03.csv"));
        var load = CaseFolder.Load(small.Folder);
        Assert.Empty(load.Errors);
        Assert.Equal(["R4", "R5", "R1", "R2", "R3"], load.Case!.Reports.Select(r => r.Id.Value));
        Assert.Equal(new ReportId("R1"), load.Case.Reports[0].PartOf);
        Assert.Equal([new ReportId("R4")], load.Case.Reports[1].IncludedIn);
    }

    [Fact]
    public void Load_AnIdInTwoFiles_IsAErrorOfTheLater()
    {
        using var small = With("2030-02.csv", Row("R4", "", "") + Row("R2", "", ""));
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal(("reports/2030-02.csv", 3, 1, "R2"), (error.Where, error.Line, error.Column, error.Found));
    }

    [Fact]
    public void Load_AnIdOfAStatementInAFile_IsAError()
    {
        using var small = With("2030-02.csv", Row("S01.1", "", ""));
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal(("reports/2030-02.csv", 2, "S01.1"), (error.Where, error.Line, error.Found));
    }

    [Fact]
    public void Load_ACycleAcrossFiles_IsAError()
    {
        using var small = With("2030-02.csv", Row("R4", "", "R5"));
        File.WriteAllText(Path.Combine(small.Folder, "reports/2030-03.csv"), Header + Row("R5", "", "R4"));
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Contains("included in this one", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnUnknownIdAndABadRowInTwoFiles_BothAreErrors()
    {
        using var small = With("2030-02.csv", Row("R4", "R9", ""));
        File.WriteAllText(
            Path.Combine(small.Folder, "reports/2030-03.csv"), Header + Row("R5", "", "").Replace("item", "thing", StringComparison.Ordinal));
        Assert.Equal(
            ["reports/2030-02.csv:2 R9", "reports/2030-03.csv:2 thing"],
            CaseFolder.Load(small.Folder).Errors.Select(f => $"{f.Where}:{f.Line} {f.Found}"));
    }

    [Theory]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) - 1)]
    [InlineData((1 << 20) - 2)]
    [InlineData((1 << 20) - 3)]
    public void Load_ACharacterAcrossTheBorderOfAPiece_IsRead(int at)
    {
        var row = Row("R4", "", "").TrimEnd('\n');
        var filler = new string('x', at - Header.Length - row.Length);
        using var small = With("2030-02.csv", row + filler + "\U0001F54A\n");
        Assert.Equal(filler + "\U0001F54A", CaseFolder.Load(small.Folder).Case!.Reports[^1].Reference);
    }

    [Fact]
    public void Load_AFileThatEndsInsideACharacter_IsAError()
    {
        using var small = With("2030-02.csv", Row("R4", "", ""));
        File.AppendAllBytes(Path.Combine(small.Folder, "reports/2030-02.csv"), [0xF0, 0x9F]);
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal(("UTF-8 (save it as \"CSV UTF-8\")", 3, 1), (error.Expected, error.Line, error.Column));
    }

    private static SmallCase With(string file, string rows)
    {
        var small = new SmallCase();
        File.WriteAllText(Path.Combine(small.Folder, "reports", file), Header + rows);
        return small;
    }

    private static string Row(string id, string partOf, string includedIn) =>
        $"{id},aa-army,,2030-01-03,2030-01-03,Europe/Zurich,day,attack.air.uav,destroyed,item,5,,,,,{partOf},,,{includedIn},,,,\n";
}
