using Holdfire.Record.Files;

namespace Holdfire.Record.Tests.Files;

/// <summary>The file system of this machine, where somebody else can put links.</summary>
public sealed class DiskFilesTests
{
    private static readonly DiskFiles Disk = DiskFiles.Instance;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Put_WithALinkAtTheTemporaryAndAtTheName_TakesTheirPlace(bool victimExists)
    {
        using var folder = new TemporaryFolder();
        var victim = Victim(folder, victimExists);
        File.CreateSymbolicLink(folder["new-0"], victim);
        File.CreateSymbolicLink(folder["checkpoint"], victim);
        new DurableWrites(Disk, folder.Root, folder.Root).Put(folder["checkpoint"], "new"u8);
        Assert.Equal("new", File.ReadAllText(folder["checkpoint"]));
        Assert.Null(new FileInfo(folder["checkpoint"]).LinkTarget);
        AssertUntouched(victim, victimExists);
    }

    [Fact]
    public async Task Read_OfAPipe_RefusesAndDoesNotWait()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "tells pipes from files on Linux only");
        using var folder = new TemporaryFolder();
        using (var made = System.Diagnostics.Process.Start("mkfifo", [folder["pipe"]]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var read = Task.Run(() => Assert.Throws<IOException>(() => Disk.Read(folder["pipe"])), TestContext.Current.CancellationToken);
        Assert.True(await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)) == read, "it waits for who writes to the pipe");
        Assert.Contains("expected a plain file, found a pipe", (await read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GivesTheBytes_OrSaysThatThereIsNoFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["file"], [1, 2, 3]);
        File.WriteAllBytes(folder["empty"], []);
        Assert.Equal([1, 2, 3], Disk.Read(folder["file"]));
        Assert.Empty(Disk.Read(folder["empty"]));
        Assert.Throws<FileNotFoundException>(() => Disk.Read(folder["none"]));
    }

    [Fact]
    public void TryLock_WhereALinkIs_Refuses()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder["lock"], folder["victim"]);
        Assert.Throws<IOException>(() => Disk.TryLock(folder["lock"]));
        Assert.False(File.Exists(folder["victim"]));
    }

    [Fact]
    public void HeldFile_KnowsWhetherItsNameIsAnothers()
    {
        using var folder = new TemporaryFolder();
        using var held = Disk.TryLock(folder["lock"])!;
        Assert.Null(Disk.TryLock(folder["lock"]));
        Assert.True(held.IsInPlace);
        File.Delete(folder["lock"]);
        Assert.False(held.IsInPlace);
        using var other = Disk.TryLock(folder["lock"])!;
        Assert.False(held.IsInPlace);
        Assert.True(other.IsInPlace);
    }

    private static string Victim(TemporaryFolder folder, bool exists)
    {
        if (exists)
        {
            File.WriteAllText(folder["victim"], "precious");
        }

        return folder["victim"];
    }

    private static void AssertUntouched(string victim, bool existed)
    {
        Assert.Equal(existed, File.Exists(victim));
        Assert.True(!existed || File.ReadAllText(victim) == "precious");
    }
}
