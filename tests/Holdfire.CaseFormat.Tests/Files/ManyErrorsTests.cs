using Holdfire.Record;

namespace Holdfire.CaseFormat.Tests.Files;

public sealed class ManyErrorsTests
{
    [Fact]
    public void Load_ErrorsInEveryFile_NamesThemAllInOneRun()
    {
        var files = new Dictionary<string, string>(SmallCase.Good, StringComparer.Ordinal);
        Change("case.yaml", "invented: true", "inventd: true");
        Change("case.yaml", "zone: Europe/Zurich", "zone: Europe/Zurick");
        Change("parties.yaml", "role: party}", "role: boss}");
        Change("sources.yaml", "grade: F", "grade: G");
        Change("sources.yaml", "act: attack.air", "act: atack.air");
        Change("truces.yaml", "areas: [X-ALL]", "areas: [Nowhere]");
        Change("truces.yaml", "to: 2030-01-04T00:00\n", "to: 2030-01-04T25:00\n");
        Change("statements.yaml", "speaker: aa-army", "speaker: aa-navy");
        Change("statements.yaml", "part_of: S01.1", "part_of: S09");
        Change("reports/2030-01.csv", "<=20", "few");
        Change("reports/2030-01.csv", "R2,aa-army", "R1,bb-army");
        Change("reports/2030-01.csv", "X-N;South", "X-N;Sout");
        Change("reports/2030-01.csv", ",residential,", ",home,");
        using var small = new SmallCase(files);

        var places = CaseFolder.Load(small.Folder).Errors.Select(f => $"{f.Where}:{f.Line}:{f.Column} {f.Found}");

        Assert.Equal(
            [
                "case.yaml:3:7 Europe/Zurick", "case.yaml:4:1 inventd",
                "parties.yaml:1:33 boss", "parties.yaml:2:33 boss",
                "reports/2030-01.csv:2:122 Sout", "reports/2030-01.csv:2:131 home",
                "reports/2030-01.csv:3:1 R1", "reports/2030-01.csv:3:4 bb-army", "reports/2030-01.csv:3:105 R1",
                "reports/2030-01.csv:4:83 few",
                "sources.yaml:5:10 G", "sources.yaml:8:29 atack.air",
                "statements.yaml:6:14 aa-navy", "statements.yaml:15:30 S09",
                "truces.yaml:5:7 2030-01-04T25:00", "truces.yaml:12:62 Nowhere",
            ],
            places);

        void Change(string file, string old, string changed)
        {
            Assert.Contains(old, files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(old, changed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_FileMissingAndFileNotUtf8_AreBothNamed()
    {
        using var small = new SmallCase();
        File.Delete(Path.Combine(small.Folder, "truces.yaml"));
        File.WriteAllBytes(Path.Combine(small.Folder, "parties.yaml"), [.. "- {id: A"u8, 0xff, .. "}\n"u8]);
        var errors = CaseFolder.Load(small.Folder).Errors;
        Assert.Contains(new Error(InputErrorCodes.Invalid, "truces.yaml", "the file", "no such file") { Line = 1, Column = 1 }, errors);
        Assert.Contains(new Error(InputErrorCodes.Invalid, "parties.yaml", "UTF-8", "the byte 0xff") { Line = 1, Column = 9 }, errors);
    }

    [Fact]
    public void Load_DeepNesting_IsAError()
    {
        var files = new Dictionary<string, string>(SmallCase.Good, StringComparer.Ordinal) { ["parties.yaml"] = new('[', 200_000) };
        using var small = new SmallCase(files);
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f => f.Where == "parties.yaml" && f.Column == 33);
    }

    [Fact]
    public void Load_ReportsIncludedInEachOther_IsAError()
    {
        using var small = SmallCase.With("reports/2030-01.csv", "day,attack.air.uav,destroyed,item,<=20,,,,no,,,,,", "day,attack.air.uav,destroyed,item,<=20,,,,no,,,,R1,");
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Contains("included in this one", error.Expected, StringComparison.Ordinal);
    }
}
