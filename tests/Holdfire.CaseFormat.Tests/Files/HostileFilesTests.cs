using System.Diagnostics;

namespace Holdfire.CaseFormat.Tests.Files;

/// <summary>Files that lead elsewhere, never end, or are written by other programs.</summary>
public sealed class HostileFilesTests
{
    [Theory]
    [InlineData("parties.yaml", "/etc/hostname", "a link to another file")]
    [InlineData("reports/more.csv", "/etc/passwd", "a link to another file")]
    [InlineData("reports/more.csv", "/dev/zero", "a link to another file")]
    public void Load_ALinkAsAFile_IsNamedAndNotFollowed(string file, string target, string found)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links and pipes of Linux");
        using var small = new SmallCase();
        File.Delete(Path.Combine(small.Folder, file));
        File.CreateSymbolicLink(Path.Combine(small.Folder, file), target);
        var error = CaseFolder.Load(small.Folder).Errors.First(f => f.Where == file);
        Assert.Equal(("a plain file", found), (error.Expected, error.Found));
    }

    [Theory]
    [InlineData("parties.yaml")]
    [InlineData("reports/more.csv")]
    public void Load_APipeAsAFile_IsNamedAndNotWaitedFor(string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links and pipes of Linux");
        using var small = new SmallCase();
        File.Delete(Path.Combine(small.Folder, file));
        using (var made = Process.Start("mkfifo", Path.Combine(small.Folder, file)))
        {
            made.WaitForExit();
        }

        Assert.Equal("a pipe", CaseFolder.Load(small.Folder).Errors.First(f => f.Where == file).Found);
    }

    [Fact]
    public void Load_TheFolderOfReportsAsALink_IsNamedAndNotFollowed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links and pipes of Linux");
        using var small = new SmallCase();
        Directory.Delete(Path.Combine(small.Folder, "reports"), true);
        File.CreateSymbolicLink(Path.Combine(small.Folder, "reports"), "/tmp");
        Assert.Equal("a folder", CaseFolder.Load(small.Folder).Errors.First(f => f.Where == "reports").Expected);
    }

    [Fact]
    public void Load_ARowWithoutEnd_IsNamed()
    {
        using var small = SmallCase.With("reports/2030-01.csv", "R2,", new string('x', 5 << 20) + ",");
        var error = CaseFolder.Load(small.Folder).Errors.First(f => f.Where == "reports/2030-01.csv");
        Assert.Equal("rows of at most 1 MiB", error.Expected);
    }

    [Fact]
    public void Load_AYamlFileBeyondTheLimit_IsNamed()
    {
        using var small = new SmallCase();
        using (var file = File.OpenWrite(Path.Combine(small.Folder, "parties.yaml")))
        {
            file.SetLength((64 << 20) + 1);
        }

        Assert.Equal("at most 64 MiB", CaseFolder.Load(small.Folder).Errors.First(f => f.Where == "parties.yaml").Expected);
    }

    [Fact]
    public void Load_ATableSeparatedBySemicolons_IsOneErrorThatSaysWhatToDo()
    {
        using var small = new SmallCase();
        var file = Path.Combine(small.Folder, "reports", "2030-01.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace(',', ';'));
        var error = Assert.Single(CaseFolder.Load(small.Folder).Errors);
        Assert.Equal("semicolons (save the file as CSV with commas)", error.Found);
    }

    [Fact]
    public void Load_ATableInAnotherEncoding_SaysHowToSaveIt()
    {
        using var small = new SmallCase();
        var file = Path.Combine(small.Folder, "reports", "2030-01.csv");
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file), 0xEF, 0x0A]);
        Assert.Contains(CaseFolder.Load(small.Folder).Errors, f => f.Expected.Contains("CSV UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_AnErrorInATable_NamesTheColumnByItsHeader()
    {
        using var small = SmallCase.With("reports/2030-01.csv", "R2,aa-army,2030-01-02T05:00Z,2030-01-01,", "R2,aa-army,2030-01-02T05:00Z,29/11/2024,");
        Assert.Contains("in the column from", Assert.Single(CaseFolder.Load(small.Folder).Errors).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AnUnknownArea_IsHeldAgainstThoseOfThisCase()
    {
        using var small = SmallCase.With("sources.yaml", "scope: Everywhere", "scope: Haris");
        Assert.DoesNotContain("oblast", Assert.Single(CaseFolder.Load(small.Folder).Errors).Expected, StringComparison.Ordinal);
        using var other = SmallCase.With("sources.yaml", "scope: Everywhere", "scope: Kharkiv oblas");
        Assert.Contains("Kharkiv oblast", Assert.Single(CaseFolder.Load(other.Folder).Errors).Expected, StringComparison.Ordinal);
    }
}
