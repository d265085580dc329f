using System.Text;
using Holdfire.Record.Files;

namespace Holdfire.Record.Tests;

/// <summary>A file is put in place whole, and nothing that lies in its folder already directs the write elsewhere.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("holdfire-atomic-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("table.csv")]
    [InlineData("table.csv.partial")]
    [InlineData("table.csv.tmp")]
    [InlineData("table.csv.new")]
    public void Write_BesideAPlantedLink_LeavesWhatItLeadsTo(string planted)
    {
        var victim = Path.Combine(folder.FullName, "victim");
        File.WriteAllText(victim, "mine");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, planted), victim);
        AtomicFile.Write(Path.Combine(folder.FullName, "table.csv"), Encoding.UTF8.GetBytes("theirs"));
        Assert.Equal("mine", File.ReadAllText(victim));
        Assert.Equal("theirs", File.ReadAllText(Path.Combine(folder.FullName, "table.csv")));
        Assert.Null(new FileInfo(Path.Combine(folder.FullName, "table.csv")).LinkTarget);
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldFileAndNothingElse()
    {
        var file = Path.Combine(folder.FullName, "table.csv");
        File.WriteAllText(file, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(file, _ => throw new InvalidOperationException()));
        Assert.Equal("old", File.ReadAllText(file));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void Write_WithoutOverwriting_RefusesAFileThatIsThere()
    {
        var file = Path.Combine(folder.FullName, "table.csv");
        File.WriteAllText(file, "old");
        Assert.Throws<IOException>(() => AtomicFile.Write(file, "new"u8.ToArray(), overwrite: false));
        Assert.Equal("old", File.ReadAllText(file));
    }
}
