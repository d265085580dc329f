namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>A file that cannot be read is one error; what refers to its ids is none.</summary>
public sealed class BrokenFilesTests
{
    [Theory]
    [InlineData("case.yaml")]
    [InlineData("parties.yaml")]
    [InlineData("sources.yaml")]
    [InlineData("truces.yaml")]
    [InlineData("statements.yaml")]
    public void Load_OneFileThatIsNotYaml_IsOneError(string file)
    {
        using var small = With((file, f => f + "\nkey: [unclosed\n"));
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal(file, error.Where);
    }

    [Fact]
    public void Load_SeveralFilesThatAreNotYaml_AreOneErrorEach()
    {
        using var small = With(
            ("case.yaml", _ => "id: [lakes\n"), ("parties.yaml", _ => "- {id: AA\n- {id: BB"), ("sources.yaml", _ => "- {id: aa-army"),
            ("truces.yaml", _ => "- id: A1\n name: x\n"));
        Assert.Equal(
            ["case.yaml", "parties.yaml", "sources.yaml", "truces.yaml"], CaseFolder.Load(small.Folder).Errors.Select(f => f.Where));
    }

    [Theory]
    [InlineData("parties.yaml", "just words")]
    [InlineData("case.yaml", "just words")]
    public void Load_AFileThatIsNoListOrMap_IsOneError(string file, string text)
    {
        using var small = With((file, _ => text));
        Assert.Equal([file], CaseFolder.Load(small.Folder).Errors.Select(f => f.Where));
    }

    [Fact]
    public void Load_ARowThatCannotBeRead_HasNoErrorsThatFollow()
    {
        using var small = With(("reports/2030-01.csv", f => f.Replace("R3,aa-army,,", "R3,aa-army,", StringComparison.Ordinal)));
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal(("reports/2030-01.csv", 4, "23 fields"), (error.Where, error.Line, error.Expected));
    }

    [Fact]
    public void Load_ABrokenFile_StillHasTheOwnErrorsOfOthers()
    {
        using var small = With(
            ("truces.yaml", f => f.Replace("bound: [AA, BB]", "bound: [AA, CC]", StringComparison.Ordinal)),
            ("sources.yaml", _ => "- {id: aa-army"), ("statements.yaml", f => f.Replace("truces: [A1]", "truces: [A9]", StringComparison.Ordinal)));
        Assert.Equal(
            ["sources.yaml", "statements.yaml A9", "truces.yaml CC"],
            CaseFolder.Load(small.Folder).Errors.Select(f => f.Where == "sources.yaml" ? f.Where : $"{f.Where} {f.Found}"));
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
