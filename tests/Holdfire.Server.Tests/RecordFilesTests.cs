using System.Net;
using Holdfire.Record;
using Holdfire.Record.Tiles;

namespace Holdfire.Server.Tests;

/// <summary>The log's own files are served so that others can check the record, and nothing else of its folder is.</summary>
public sealed class RecordFilesTests(ServedPractice served) : IClassFixture<ServedPractice>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_record_opens_and_verifies_over_the_server()
    {
        using var tiles = HttpTiles.Open(served.Address + "/record/").OrThrow();
        var over = RecordSession.Open(tiles).OrThrow().Current;
        var here = RecordReader.Open(served.Folder).OrThrow();
        Assert.Equal(here.Log.Checkpoint, over.Log.Checkpoint);
        Assert.Equal(here.Entries().Select(e => e.Leaf), over.Entries().Select(e => e.Leaf));
    }

    [Fact]
    public async Task A_tile_is_kept_for_ever_and_the_checkpoint_is_not()
    {
        var checkpoint = await served.Client.GetAsync("/record/checkpoint", Stop);
        Assert.True(checkpoint.Headers.CacheControl!.NoCache);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(served.Folder, "checkpoint"), Stop), await checkpoint.Content.ReadAsStringAsync(Stop));
        var size = RecordReader.Open(served.Folder).OrThrow().Size;
        var tile = await served.Client.GetAsync(size >= 256 ? "/record/tile/0/000" : $"/record/tile/0/000.p/{size}", Stop);
        Assert.Equal(HttpStatusCode.OK, tile.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(31536000), tile.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task A_link_in_the_folder_leads_nowhere()
    {
        var secret = Path.Combine(served.Folder + ".private", "secret");
        await File.WriteAllTextAsync(secret, "secret", Stop);
        File.CreateSymbolicLink(Path.Combine(served.Folder, "policy"), secret);
        try
        {
            var response = await served.Client.GetAsync("/record/policy", Stop);
            Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(Stop));
            Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        }
        finally
        {
            File.Delete(Path.Combine(served.Folder, "policy"));
        }
    }
}
