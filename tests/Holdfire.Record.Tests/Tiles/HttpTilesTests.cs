using Holdfire.Record.Log;
using Holdfire.Record.Tiles;
using Holdfire.Record.Verification;

namespace Holdfire.Record.Tests.Tiles;

public sealed class HttpTilesTests
{
    private static readonly VerifyOptions Plain = new();

    [Fact]
    public async Task Verify_PublishedRecord_IsUntouchedAsTheFolderIs()
    {
        using var sample = await EnteredRecord.Create();
        using var web = new WebFolder(sample.Folder);
        using var tiles = HttpTiles.Open(web.Address.TrimEnd('/')).Value;
        var verified = RecordVerifier.Verify(tiles, Plain);
        Assert.Empty(verified.Errors);
        Assert.True(verified.IsLogAlone);
        Assert.Equal(RecordVerifier.Verify(sample.Folder, Plain).Checkpoint, verified.Checkpoint);
    }

    [Theory]
    [InlineData("tile/entries/000")]
    [InlineData("tile/0/000")]
    [InlineData("tile/1/000.p/1")]
    [InlineData("checkpoint")]
    public async Task Verify_TamperedFile_IsNamed(string path)
    {
        using var sample = await EnteredRecord.Create();
        using var web = new WebFolder(sample.Folder, (asked, response) =>
        {
            if (asked != path)
            {
                return false;
            }

            var bytes = File.ReadAllBytes(Path.Combine(sample.Folder, asked));
            bytes[^10] ^= 4;
            response.OutputStream.Write(bytes);
            return true;
        });
        using var tiles = HttpTiles.Open(web.Address).Value;
        Assert.Contains(RecordVerifier.Verify(tiles, Plain).Errors, f => f.Where.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Entries_PartialBundleGone_AreReadFromTheFullOne()
    {
        using var sample = await EnteredRecord.Create();
        using var web = new WebFolder(sample.Folder);
        using var tiles = HttpTiles.Open(web.Address).Value;
        var before = LogReader.Open(tiles).Value;
        await using (var writer = await EnteredRecord.Open(sample.Folder))
        {
            await writer.AppendManyAsync([.. Enumerable.Range(1000, 256).Select(EnteredRecord.Report)]);
        }

        Assert.Empty(Directory.GetDirectories(Path.Combine(sample.Folder, "tile/entries"), "001.p"));
        Assert.Equal(before.Size, before.Entries().Count());
    }

    // A server that fails says nothing of the record: that must not read as if it had been altered.
    [Theory]
    [InlineData("checkpoint")]
    [InlineData("tile/entries/000")]
    [InlineData("tile/0/000")]
    public async Task Verify_ServerFails_IsAnErrorAndNoFinding(string path)
    {
        using var sample = await EnteredRecord.Create();
        using var web = new WebFolder(sample.Folder, (asked, response) =>
        {
            response.StatusCode = asked == path ? 503 : 200;
            return asked == path;
        });
        using var tiles = HttpTiles.Open(web.Address).Value;
        var error = Assert.Throws<RecordException>(() => RecordVerifier.Verify(tiles, Plain));
        Assert.Contains($"{web.Address}: {path}: expected the file, found the status 503", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NobodyListens_IsAnError()
    {
        string address;
        using (var web = new WebFolder("none"))
        {
            address = web.Address;
        }

        using var tiles = HttpTiles.Open(address).Value;
        Assert.Contains("could not be reached", Assert.Throws<IOException>(() => tiles.Read("checkpoint", 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongerThanAllowed_IsRefusedWithAndWithoutLength()
    {
        foreach (var chunked in new[] { false, true })
        {
            using var web = new WebFolder("none", (_, response) =>
            {
                (response.SendChunked, response.ContentLength64) = (chunked, 100_000);
                response.OutputStream.Write(new byte[100_000]);
                return true;
            });
            using var tiles = HttpTiles.Open(web.Address).Value;
            Assert.Contains("expected at most 99999 bytes", tiles.Read("log.vkey", 99_999)!.Value.Error!.What, StringComparison.Ordinal);
            Assert.Equal(100_000, tiles.Read("log.vkey", 100_000)!.Value.Value.Length);
        }
    }

    [Fact]
    public void Read_Missing_IsNull()
    {
        using var web = new WebFolder("none");
        using var tiles = HttpTiles.Open(web.Address).Value;
        Assert.Null(tiles.Read("policy", 10));
    }

    [Fact]
    public void Read_RedirectOnTheSameServer_IsFollowedThreeTimesAtMost()
    {
        using var web = new WebFolder("none", (asked, response) =>
        {
            if (int.TryParse(asked, out var left) && left > 0)
            {
                response.Redirect($"{left - 1}");
            }
            else
            {
                response.OutputStream.Write([7]);
            }

            return true;
        });
        using var tiles = HttpTiles.Open(web.Address).Value;
        Assert.Equal([7], tiles.Read("3", 10)!.Value.Value.ToArray());
        Assert.Contains("at most 3 redirects", Assert.Throws<IOException>(() => tiles.Read("4", 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RedirectToAnotherHost_IsNotFollowed()
    {
        using var other = new WebFolder("none", (_, _) => throw new InvalidOperationException("asked"));
        using var web = new WebFolder("none", (_, response) =>
        {
            response.Redirect(other.Address);
            return true;
        });
        using var tiles = HttpTiles.Open(web.Address).Value;
        Assert.Contains("which is not followed", Assert.Throws<IOException>(() => tiles.Read("checkpoint", 10)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ServerThatNeverEnds_IsGivenUp()
    {
        using var done = new ManualResetEventSlim();
        using var web = new WebFolder("none", (_, response) =>
        {
            response.SendChunked = true;
            response.OutputStream.Write([1]);
            response.OutputStream.Flush();
            done.Wait();
            return true;
        });
        using var tiles = HttpTiles.Open(web.Address, TimeSpan.FromMilliseconds(300)).Value;
        Assert.Contains("found the server slower", Assert.Throws<IOException>(() => tiles.Read("checkpoint", 10)).Message, StringComparison.Ordinal);
        done.Set();
    }

    [Theory]
    [InlineData("http://records.example/harvest", "expected https")]
    [InlineData("https://user:secret@records.example/harvest", "without user")]
    [InlineData("https://records.example/harvest?x=1", "without user, query")]
    [InlineData("https://", "expected the address of a record")]
    [InlineData("ftp://records.example/", "expected https, found ftp")]
    public void Open_OtherAddress_IsRefused(string address, string error) =>
        Assert.Contains(error, HttpTiles.Open(address).Error!.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://records.example/harvest", "https://records.example/harvest/")]
    [InlineData("http://localhost:8080/", "http://localhost:8080/")]
    [InlineData("http://127.0.0.1/a/b", "http://127.0.0.1/a/b/")]
    public void Open_Address_IsNamedWithASlash(string address, string name)
    {
        using var tiles = HttpTiles.Open(address).Value;
        Assert.Equal(name, tiles.Name);
    }
}
