using Holdfire.Record;
using Holdfire.Record.Mirrors;
using Holdfire.Record.Tiles;
using Holdfire.Record.Verification;

namespace Holdfire.Server.Tests;

/// <summary>A copy of a served record: sound, followed, and never taken over by another history.</summary>
public sealed class MirrorTests : IAsyncLifetime
{
    private readonly WritableRecord served = new();
    private readonly WritableRecord other = new();
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("holdfire-mirror-");

    private string Folder => Path.Combine(home.FullName, "copy");

    public async ValueTask InitializeAsync()
    {
        await served.InitializeAsync();
        await other.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        await other.DisposeAsync();
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task A_copy_follows_and_refuses_what_does_not_go_on_from_it()
    {
        using var from = HttpTiles.Open($"{served.Client.BaseAddress}record/").OrThrow();
        Assert.Empty(RecordMirror.Copy(from, Folder).Errors);
        AssertSame();
        await using (var writer = await served.Writer())
        {
            // Enough to fill a tile that was in part there.
            await writer.AppendManyAsync([.. Enumerable.Range(0, 300).Select(_ => served.Report())], TestContext.Current.CancellationToken);
        }

        Assert.Equal(served.Size, RecordMirror.Copy(from, Folder).Checkpoint!.Size);
        AssertSame();
        var before = await File.ReadAllBytesAsync(Path.Combine(Folder, "checkpoint"), TestContext.Current.CancellationToken);

        // Another record at the same address: the copy stays.
        using var stranger = HttpTiles.Open($"{other.Client.BaseAddress}record/").OrThrow();
        Assert.NotEmpty(RecordMirror.Copy(stranger, Folder).Errors);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(Folder, "checkpoint"), TestContext.Current.CancellationToken));
        Assert.Single(home.GetDirectories());
    }

    [Fact]
    public void What_is_no_copy_is_not_written_to()
    {
        using var from = HttpTiles.Open($"{served.Client.BaseAddress}record/").OrThrow();
        Assert.Throws<RecordException>(() => RecordMirror.Copy(from, served.Folder));
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "mine"), "mine");
        Assert.Throws<RecordException>(() => RecordMirror.Copy(from, Folder));
    }

    private void AssertSame()
    {
        Assert.Empty(RecordVerifier.Verify(Folder, new VerifyOptions()).Errors);
        Assert.Equal(RecordReader.Open(served.Folder).OrThrow().Entries().Select(e => e.Leaf), RecordReader.Open(Folder).OrThrow().Entries().Select(e => e.Leaf));
    }
}
