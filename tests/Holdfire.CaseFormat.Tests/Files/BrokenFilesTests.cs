namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>A file that cannot be read is one fault; what refers to its ids is none.</summary>
public sealed class BrokenFilesTests
{
    [Theory]
    [InlineData("case.yaml")]
    [InlineData("parties.yaml")]
    [InlineData("sources.yaml")]
    [InlineData("truces.yaml")]
    [InlineData("statements.yaml")]
    public void Load_OneFileThatIsNotYaml_IsOneFault(string file)
    {
        using var small = With((file, f => f + "\nkey: [unclosed\n"));
        var fault = Assert.Single(CaseFolder.Load(small.Folder).Faults);
        Assert.Equal(file, fault.File);
    }

    [Fact]
    public void Load_SeveralFilesThatAreNotYaml_AreOneFaultEach()
    {
        using var small = With(
            ("case.yaml", _ => "id: [lakes\n"), ("parties.yaml", _ => "- {id: AA\n- {id: BB"), ("sources.yaml", _ => "- {id: aa-army"),
            ("truces.yaml", _ => "- id: A1\n name: x\n"));
        Assert.Equal(
            ["case.yaml", "parties.yaml", "sources.yaml", "truces.yaml"], CaseFolder.Load(small.Folder).Faults.Select(f => f.File));
    }

    [Theory]
    [InlineData("parties.yaml", "just words")]
    [InlineData("case.yaml", "just words")]
    public void Load_AFileThatIsNoListOrMap_IsOneFault(string file, string text)
    {
        using var small = With((file, _ => text));
        Assert.Equal([file], CaseFolder.Load(small.Folder).Faults.Select(f => f.File));
    }

    [Fact]
    public void Load_ARowThatCannotBeRead_HasNoFaultsThatFollow()
    {
        using var small = With(("reports/2030-01.csv", f => f.Replace("R3,aa-army,,", "R3,aa-army,", StringComparison.Ordinal)));
        var fault = Assert.Single(CaseFolder.Load(small.Folder).Faults);
        Assert.Equal(("reports/2030-01.csv", 4, "23 fields"), (fault.File, fault.Line, fault.Expected));
    }

    [Fact]
    public void Load_ABrokenFile_StillHasTheOwnFaultsOfOthers()
    {
        using var small = With(
            ("truces.yaml", f => f.Replace("bound: [AA, BB]", "bound: [AA, CC]", StringComparison.Ordinal)),
            ("sources.yaml", _ => "- {id: aa-army"), ("statements.yaml", f => f.Replace("truces: [A1]", "truces: [A9]", StringComparison.Ordinal)));
        Assert.Equal(
            ["sources.yaml", "statements.yaml A9", "truces.yaml CC"],
            CaseFolder.Load(small.Folder).Faults.Select(f => f.File == "sources.yaml" ? f.File : $"{f.File} {f.Found}"));
    }

    private static SmallCase With(params (string File, Func<string, string> Change)[] changes)
    {
        var files = new Dictionary<string, string>(SmallCase.Good, StringComparer.Ordinal);
        foreach (var (file, change) in changes)
        {
            files[file] = change(files[file]);
        }

        return new SmallCase(files);
    }
}
